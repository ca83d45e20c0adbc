import { type KeyboardEvent, memo } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import { type ItemView, plainText } from '../../../shared/record/index.ts'
import { useParties } from '../../store/index.ts'
import { cx, type Drag, Icon } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AgendaRow.module.css'
import { ItemMenu } from './ItemMenu.tsx'
import { RowTime } from './RowTime.tsx'
import { useIsHidden } from './useIsHidden.ts'

export interface AgendaRowProps {
  readonly item: ItemView
  readonly outcomes: number
  readonly actions: number
  readonly isSelected: boolean
  /** The meeting is on this item. */
  readonly isCurrent: boolean
  /** The meeting is on some item: then that one is the white row, and not the one looked at. */
  readonly hasCurrent: boolean
  readonly mayEdit: boolean
  readonly hasMenu: boolean
  readonly isDragged: boolean
  readonly landing: 'before' | 'after' | null
  readonly grip: Drag['grip']
  readonly onOpen: (id: ItemId) => void
  readonly onKey: (event: KeyboardEvent, id: ItemId) => void
}

/** One item in the list: number, title, who leads, how far it is, minutes. The whole row shows it. */
export const AgendaRow = memo(function AgendaRow(props: AgendaRowProps) {
  const { item, isSelected, isCurrent, hasCurrent, mayEdit, hasMenu, isDragged, landing, grip, onOpen, onKey } = props
  const { t } = useWords('live')
  const isHidden = useIsHidden(item)
  const title = plainText(item.title).trim()
  return (
    <li
      className={cx(
        styles.row,
        item.parent !== null && styles.part,
        isSelected && (hasCurrent ? styles.lookedAt : styles.selected),
        isCurrent && styles.current,
        item.progress === 'closed' && styles.done,
        item.progress === 'putOff' && styles.done,
        isDragged && styles.dragged,
        landing === 'before' && styles.before,
        landing === 'after' && styles.after,
      )}
      data-row={item.id}
      aria-current={isCurrent ? 'step' : isSelected ? 'true' : undefined}
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
          {title !== '' ? title : <span className="muted">{isHidden ? t('closedItem') : t('untitled')}</span>}
        </a>
        <RowFacts {...props} isHidden={isHidden} />
      </span>
      {isHidden ? <Icon name="lock" className={styles.lock} /> : <RowTime item={item} isCurrent={isCurrent} />}
      {hasMenu && isSelected ? (
        <span className={styles.menu}>
          <ItemMenu item={item} />
        </span>
      ) : null}
    </li>
  )
})

interface RowFactsProps extends Pick<AgendaRowProps, 'item' | 'outcomes' | 'actions' | 'isCurrent'> {
  readonly isHidden: boolean
}

/** The line under the title: whether it is the current one, what became of it, who leads, what came of it. */
function RowFacts({ item, outcomes, actions, isCurrent, isHidden }: RowFactsProps) {
  const { t } = useWords('live')
  const parties = useParties()
  const lead = item.lead === null ? null : parties.show(item.lead).name
  const facts = [
    ...(item.progress === 'putOff' ? [t('itemState.putOff')] : []),
    ...(lead === null ? [] : [lead]),
    ...(outcomes === 0 ? [] : [unbroken(t('outcomeCount', { count: outcomes }))]),
    ...(actions === 0 ? [] : [unbroken(t('actionCount', { count: actions }))]),
  ]
  const isClosed = item.closed && !isHidden
  if (facts.length === 0 && !isCurrent && !isClosed) return null
  return (
    <span className={styles.by} dir="auto">
      {isCurrent ? <b className={styles.now}>{t('now')}</b> : null}
      {isCurrent && facts.length > 0 ? ' · ' : null}
      {facts.join(' · ')}
      {isClosed ? (
        <span className={styles.closed}>
          <Icon name="lock" />
          {t('closedItem')}
        </span>
      ) : null}
    </span>
  )
}

/** A figure stays with what it counts. */
function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0')
}
