import { type KeyboardEvent, memo } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import { type ItemView, plainText } from '../../../shared/record/index.ts'
import { useParties } from '../../store/index.ts'
import { cx, Icon } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AgendaRow.module.css'
import { ItemMenu } from './ItemMenu.tsx'
import type { Drag } from './useDrag.ts'

export interface AgendaRowProps {
  readonly item: ItemView
  readonly outcomes: number
  readonly actions: number
  readonly isSelected: boolean
  readonly mayEdit: boolean
  readonly isDragged: boolean
  readonly landing: 'before' | 'after' | null
  readonly grip: Drag['grip']
  readonly onOpen: (id: ItemId) => void
  readonly onKey: (event: KeyboardEvent, id: ItemId) => void
}

/** One item in the list: number, title, who leads, minutes. The whole row opens it. */
export const AgendaRow = memo(function AgendaRow(props: AgendaRowProps) {
  const { item, outcomes, actions, isSelected, mayEdit, isDragged, landing, grip, onOpen, onKey } = props
  const { t } = useWords('live')
  const parties = useParties()
  const title = plainText(item.title).trim()
  const lead = item.lead === null ? null : parties.show(item.lead).name
  const facts = [
    ...(lead === null ? [] : [lead]),
    ...(outcomes === 0 ? [] : [unbroken(t('outcomeCount', { count: outcomes }))]),
    ...(actions === 0 ? [] : [unbroken(t('actionCount', { count: actions }))]),
  ]
  return (
    <li
      className={cx(
        styles.row,
        item.parent !== null && styles.part,
        isSelected && styles.selected,
        isDragged && styles.dragged,
        landing === 'before' && styles.before,
        landing === 'after' && styles.after,
      )}
      data-row={item.id}
      aria-current={isSelected ? 'true' : undefined}
    >
      {mayEdit ? (
        <span className={styles.grip} aria-hidden="true" {...grip(item.id)}>
          <Icon name="grip" />
        </span>
      ) : (
        <span />
      )}
      <span className={cx(styles.number, 'num')}>{item.number}</span>
      <span className={styles.words}>
        <a
          href={`#${item.id}`}
          className={styles.link}
          dir="auto"
          tabIndex={isSelected ? 0 : -1}
          data-item-link={item.id}
          onClick={(event) => {
            event.preventDefault()
            onOpen(item.id)
          }}
          onKeyDown={(event) => onKey(event, item.id)}
        >
          {title === '' ? <span className="muted">{t('untitled')}</span> : title}
        </a>
        {facts.length > 0 ? (
          <span className={styles.by} dir="auto">
            {facts.join(' · ')}
          </span>
        ) : null}
      </span>
      <span className={cx(styles.minutes, 'num')}>
        {item.minutes === null ? null : <span title={t('minutesShort', { count: item.minutes })}>{item.minutes}</span>}
      </span>
      {mayEdit && isSelected ? (
        <span className={styles.menu}>
          <ItemMenu item={item} />
        </span>
      ) : null}
    </li>
  )
})

/** A figure stays with what it counts. */
function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0')
}
