import { useEffect } from 'react'
import { Icon, Kbd } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { SlashPlace } from '../text/index.ts'
import styles from './SlashMenu.module.css'
import { usePlaced } from './usePlaced.ts'

export interface SlashMenuProps {
  readonly place: SlashPlace
  /** Who has the floor, as far as the meeting's rule lets notes name them; null: nobody, or nothing of it may be kept. */
  readonly speaker: string | null
  readonly onChoose: (what: SlashChoice) => void
  readonly onClose: () => void
}

export type SlashChoice = 'outcome' | 'action' | 'intervention'

/** What the line may become, or start with. It opens below the line and takes the focus; anything else that is typed closes it and stays text. */
export function SlashMenu({ place, speaker, onChoose, onClose }: SlashMenuProps) {
  const { t } = useWords('live')
  const menu = usePlaced(place, onClose)
  useEffect(() => menu.current?.querySelector('button')?.focus({ preventScroll: true }), [menu])
  const key = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.findIndex((button) => button.matches(':focus'))
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const letter = event.key.toLowerCase()
    if (step !== 0) buttons[(at + step + buttons.length) % buttons.length]?.focus()
    else if (letter === 'o') onChoose('outcome')
    else if (letter === 'a') onChoose('action')
    else if (letter === 'i' && speaker !== null) onChoose('intervention')
    else if (event.key === 'Enter' || event.key === ' ') return
    else {
      onClose()
      place.resume(event.key.length === 1 ? event.key : '')
    }
    event.preventDefault()
  }
  return (
    <div ref={menu} className={styles.menu} role="menu" tabIndex={-1} aria-label={t('insert')} data-keeps-editor onKeyDown={key}>
      <div className={styles.label}>{t('insert')}</div>
      <button type="button" role="menuitem" className={styles.option} onClick={() => onChoose('outcome')}>
        <Icon name="check" />
        <span className={styles.words}>
          {t('insert.outcome')}
          <span className="micro">{t('insert.outcomeHint')}</span>
        </span>
        <Kbd>O</Kbd>
      </button>
      <button type="button" role="menuitem" className={styles.option} onClick={() => onChoose('action')}>
        <Icon name="list" />
        <span className={styles.words}>
          {t('insert.action')}
          <span className="micro">{t('insert.actionHint')}</span>
        </span>
        <Kbd>A</Kbd>
      </button>
      {speaker === null ? null : (
        <button type="button" role="menuitem" className={styles.option} onClick={() => onChoose('intervention')}>
          <Icon name="person" />
          <span className={styles.words}>
            {t('insert.intervention')}
            <span className="micro" dir="auto">
              {t('insert.interventionHint', { name: speaker })}
            </span>
          </span>
          <Kbd>I</Kbd>
        </button>
      )}
    </div>
  )
}
