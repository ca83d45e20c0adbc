import type { ConfirmFrameProps } from './ConfirmFrame.tsx'
import { later } from './later.tsx'

export interface ConfirmDialogProps extends ConfirmFrameProps {
  readonly isOpen: boolean
}

const ConfirmFrame = later<ConfirmFrameProps>(async () => (await import('./ConfirmFrame.tsx')).ConfirmFrame)

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ isOpen, ...question }: ConfirmDialogProps) {
  return isOpen ? <ConfirmFrame {...question} /> : null
}
