import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import styles from './SaveSign.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface SaveSignProps {
  readonly kind: 'saved' | 'sending' | 'saving' | 'onDevice' | 'notKept'
  /** The word that is shown; none for a mark alone, which then needs its sentence. */
  readonly text?: string
  /** The whole sentence, for a screen reader and on narrow screens, where only the drawing stands. */
  readonly sentence?: string | undefined
  /** Not to be read out when it comes: what happens at every pause of typing is no news. */
  readonly quiet?: boolean
}

const drawing = { saved: 'check', sending: 'more', saving: 'sync', onDevice: 'offline', notKept: 'warning' } as const

/** Whether the words are on the server's disk. The caller must take `kind` from the outbox, never from the socket. */
export function SaveSign({ kind, text, sentence, quiet = false }: SaveSignProps) {
  return (
    <span className={cx(styles.sign, styles[kind])} role="status" aria-live={quiet ? 'off' : 'polite'} data-saved={kind}>
      <Icon name={drawing[kind]} />
      {text === undefined ? null : (
        <span className={cx((kind === 'saved' || kind === 'saving') && 'hideOnPhone')} aria-hidden={sentence ? true : undefined}>
          {text}
        </span>
      )}
      {sentence ? <VisuallyHidden>{sentence}</VisuallyHidden> : null}
    </span>
  )
}
