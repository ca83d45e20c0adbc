import type { RefObject } from 'react'
import { useMay, useRun, useSession } from '../../store/index.ts'
import { MenuAt, type MenuEntry } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { type AttendanceRow, isHere } from './attendanceRows.ts'
import { useItemNumbers } from './useItemNumbers.ts'

export interface RowMenuProps {
  readonly row: AttendanceRow
  readonly anchor: RefObject<Element | null>
  readonly onDetails: () => void
  readonly onForget: () => void
  readonly onClose: () => void
}

type Entry = 'arrived' | 'left' | 'details' | 'forget'

/** What can be done with one delegation of the list: it comes or goes now, its details, taking it out. */
export function RowMenu({ row, anchor, onDetails, onForget, onClose }: RowMenuProps) {
  const { t } = useWords('attendance')
  const run = useRun()
  const current = useSession((session) => session.current)
  const isInRoom = useMay('floor.run')
  const number = useItemNumbers().of(current)
  const move = isHere(row) ? 'left' : 'arrived'
  const entries: MenuEntry<Entry>[] = [
    ...(isInRoom
      ? [
          {
            id: move,
            label: number === null ? t(`move.${move}NowBetween`) : t(`move.${move}Now`, { number }),
            icon: move === 'left' ? 'signOut' : 'check',
          } as const,
        ]
      : []),
    { id: 'details', label: t('details'), icon: 'people' },
    ...(row.entry === null ? [] : [{ id: 'forget', label: t('forget'), icon: 'trash', isDanger: true } as const]),
  ]
  const act = (id: Entry) => {
    if (id === 'details') onDetails()
    else if (id === 'forget') onForget()
    else void run({ kind: 'attendance.move', party: row.party, movement: id, item: current })
  }
  return <MenuAt anchor={anchor} label={t('rowMenu', { name: row.name })} entries={entries} onAction={act} onClose={onClose} />
}
