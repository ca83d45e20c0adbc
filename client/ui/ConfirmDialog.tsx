import { useWords } from '../words/index.ts'
import { Button } from './Button.tsx'
import { Dialog, DialogButtons } from './Dialog.tsx'

export interface ConfirmDialogProps {
  readonly title: string
  readonly text: string
  /** The verb with its object: "Revoke this link". */
  readonly verb: string
  readonly isOpen: boolean
  readonly isPending?: boolean | undefined
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ title, text, verb, isOpen, isPending = false, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useWords()
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} isAlert>
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
