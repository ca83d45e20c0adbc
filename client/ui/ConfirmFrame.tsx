import { useWords } from '../words/index.ts'
import { Button } from './Button.tsx'
import { Dialog, DialogButtons } from './Dialog.tsx'

export interface ConfirmFrameProps {
  readonly title: string
  readonly text: string
  /** The verb with its object: "Revoke this link". */
  readonly verb: string
  readonly isPending?: boolean | undefined
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** The question itself, while it is open. */
export function ConfirmFrame({ title, text, verb, isPending = false, onConfirm, onClose }: ConfirmFrameProps) {
  const { t } = useWords()
  return (
    <Dialog title={title} isOpen onClose={onClose} isAlert>
      <p>{text}</p>
      <DialogButtons>
        <Button variant="primary" onPress={onConfirm} isPending={isPending} autoFocus>
          {verb}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
