import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import type { ItemView } from '../../../shared/record/index.ts'
import { useEdit, useMay, useMeeting, useRecord, useSession } from '../../store/index.ts'
import { Button, Icon, Kbd, type Landing, useDrag } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Agenda.module.css'
import { AgendaRow } from './AgendaRow.tsx'
import { AgendaSum } from './AgendaSum.tsx'
import { agendaDrop } from './agendaMove.ts'
import { RemovedItems } from './RemovedItems.tsx'
import { useMayMenu } from './useMayMenu.ts'
import { useMovedByOthers } from './useMovedByOthers.ts'

export interface AgendaProps {
  readonly selected: ItemId | null
  readonly onOpen: (id: ItemId) => void
  readonly onAdd: () => void
  /** How many outcomes and actions stand under an item. */
  readonly counts: ReadonlyMap<string, { readonly outcomes: number; readonly actions: number }>
}

const none = { outcomes: 0, actions: 0 }

/** The agenda: one stop for Tab, arrows inside; order by drag, Alt and arrows, or menu; the current item is the white row. */
export function Agenda({ selected, onOpen, onAdd, counts }: AgendaProps) {
  const { t } = useWords('live')
  const mayEdit = useMay('record.editAgenda')
  const hasMenu = useMayMenu()
  const current = useSession((session) => session.current)
  const meeting = useMeeting()
  const edit = useEdit()
  const list = useRef<HTMLOListElement>(null)
  const all = useRecord(pickItems)
  const items = useMemo(() => (all ?? []).filter((item) => item.number !== null), [all])
  const [showsRemoved, setShowsRemoved] = useState(false)
  useMovedByOthers()
  const drop = useCallback(
    (id: string, landing: Landing) => {
      const now = meeting.record.get()?.items ?? []
      const moved = now.find((item) => item.id === id)
      const target = now.find((item) => item.id === landing.id)
      const move = moved && target ? agendaDrop(now, moved.id, target.id, landing.side) : null
      if (move !== null) edit(move)
    },
    [edit, meeting],
  )
  const drag = useDrag(drop)
  const onKey = useCallback((event: KeyboardEvent, id: ItemId) => {
    if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-item-link]') ?? [])]
    const at = links.findIndex((link) => link.dataset.itemLink === id)
    links[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  }, [])
  const removed = (all ?? []).filter((item) => item.removed)
  // Without an open item the first row is the one Tab stop.
  const stop = items.some((item) => item.id === selected) ? selected : (items[0]?.id ?? null)
  return (
    <aside className={styles.agenda} aria-label={t('agenda')}>
      <header className={styles.head}>
        <h2>{t('agenda')}</h2>
        <AgendaSum items={items} />
      </header>
      {items.length === 0 ? (
        <div className={styles.empty}>
          <p className={styles.emptyTitle}>{t('emptyAgenda')}</p>
          <p className="micro">{mayEdit ? t('emptyAgendaText') : t('emptyAgendaReader')}</p>
        </div>
      ) : null}
      <ol className={styles.list} ref={list}>
        {items.map((item) => (
          <AgendaRow
            key={item.id}
            item={item}
            outcomes={(counts.get(item.id) ?? none).outcomes}
            actions={(counts.get(item.id) ?? none).actions}
            isSelected={item.id === stop}
            isCurrent={item.id === current}
            hasCurrent={current !== null}
            mayEdit={mayEdit}
            hasMenu={hasMenu}
            isDragged={drag.dragged === item.id}
            landing={drag.landing?.id === item.id ? drag.landing.side : null}
            grip={drag.grip}
            onOpen={onOpen}
            onKey={onKey}
          />
        ))}
      </ol>
      {mayEdit ? (
        <footer className={styles.foot}>
          <Button variant="ghost" isWide className={styles.add} onPress={onAdd}>
            <span className="row">
              <Icon name="plus" />
              <span>{t('addItem')}</span>
            </span>
            <span className="hideOnPhone">
              <Kbd>N</Kbd>
            </span>
          </Button>
          {removed.length > 0 ? (
            <RemovedItems items={removed} isOpen={showsRemoved} onToggle={() => setShowsRemoved(!showsRemoved)} />
          ) : null}
        </footer>
      ) : null}
    </aside>
  )
}

const pickItems = (record: { readonly items: readonly ItemView[] }) => record.items
