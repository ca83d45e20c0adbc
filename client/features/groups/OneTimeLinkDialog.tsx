import { Button, CopyField, Dialog, DialogButtons } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface OneTimeLinkDialogProps {
  readonly link: { readonly name: string; readonly url: string }
  readonly onClose: () => void
}

/** Shows a one-time link, this once: the server keeps only a hash of it. */
export function OneTimeLinkDialog({ link, onClose }: OneTimeLinkDialogProps) {
  const { t } = useWords('groups')
  const common = useWords()
  return (
    <Dialog title={t('mem.linkTitle', { name: link.name })} isOpen onClose={onClose} isAlert>
      <p>{t('mem.linkText')}</p>
      <br />
      <CopyField label={t('mem.link')} value={link.url} />
      <DialogButtons>
        <Button onPress={onClose}>{common.t('close')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
