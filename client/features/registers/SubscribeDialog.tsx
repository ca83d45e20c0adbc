import { useMutation } from '@tanstack/react-query'
import { archiveApi, registerFile } from '../../sync/index.ts'
import { Button, CopyField, Dialog, DialogButtons, FormError, Icon } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Register.module.css'

export interface SubscribeDialogProps {
  readonly groupId: string
  /** Somebody without an account has no token to sign a calendar program in with. */
  readonly mayHaveToken: boolean
  readonly onClose: () => void
}

const tokenDays = 365

/** The calendar of the group for a calendar program: its address, and how the program signs in. */
export function SubscribeDialog({ groupId, mayHaveToken, onClose }: SubscribeDialogProps) {
  const { t } = useWords('register')
  const common = useWords()
  const make = useMutation({ mutationFn: () => archiveApi.makeToken(tokenDays) })
  const path = registerFile(groupId, 'calendar.ics', {})
  return (
    <Dialog title={t('subscribe.title')} isOpen onClose={onClose}>
      <p className="small">{t('subscribe.text')}</p>
      <div className={styles.step}>
        <p className="small">{t('subscribe.address')}</p>
        <CopyField label={t('subscribe.addressLabel')} value={`${window.location.origin}${path}`} />
      </div>
      <div className={styles.step}>
        <p className="small">{mayHaveToken ? t('subscribe.signIn') : t('subscribe.noAccount')}</p>
        {make.data ? (
          <>
            <CopyField label={t('subscribe.token')} value={make.data.token} />
            <p className="micro">{t('subscribe.once')}</p>
          </>
        ) : mayHaveToken ? (
          <Button onPress={() => make.mutate()} isPending={make.isPending}>
            {t('subscribe.make')}
          </Button>
        ) : null}
        <FormError error={make.error} />
      </div>
      <DialogButtons>
        <a className={styles.file} href={path} download>
          <Icon name="download" />
          {t('subscribe.download')}
        </a>
        <Button onPress={onClose}>{common.t('close')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
