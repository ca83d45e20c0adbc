import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import styles from './SaveSign.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface SaveSignProps {
  readonly kind: 'saved' | 'saving' | 'onDevice' | 'notKept'
  /** The word that is shown. */
  readonly text: string
  /** The whole sentence, for a screen reader and on narrow screens, where only the drawing stands. */
  readonly sentence?: string | undefined
}

const drawing = { saved: 'check', saving: 'sync', onDevice: 'offline', notKept: 'warning' } as const

/** Whether the words are on the server's disk. The caller must take `kind` from the outbox, never from the socket. */
export function SaveSign({ kind, text, sentence }: SaveSignProps) {
  return (
    <span className={cx(styles.sign, styles[kind])} role="status" data-saved={kind}>
      <Icon name={drawing[kind]} />
      <span className={cx((kind === 'saved' || kind === 'saving') && 'hideOnPhone')} aria-hidden={sentence ? true : undefined}>
        {text}
      </span>
      {sentence ? <VisuallyHidden>{sentence}</VisuallyHidden> : null}
    </span>
  )
}
