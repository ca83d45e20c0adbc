import { useState } from 'react'
import { useMay, useRun, useSession } from '../../store/index.ts'
import { ConfirmDialog, Icon, MenuButton, type MenuEntry } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { AttendanceRow } from './attendanceRows.ts'
import { useItemNumbers } from './useItemNumbers.ts'

export interface RowMenuProps {
  readonly row: AttendanceRow
  readonly onOpen: () => void
}

type Entry = 'arrived' | 'left' | 'details' | 'forget'

/** What can be done with one delegation of the list: it comes or goes now, its details, taking it out. */
export function RowMenu({ row, onOpen }: RowMenuProps) {
  const { t } = useWords('attendance')
  const run = useRun()
  const current = useSession((session) => session.current)
  const isInRoom = useMay('floor.run')
  const numbers = useItemNumbers()
  const [isAsking, setAsking] = useState(false)
  const number = numbers.of(current)
  const isHere = row.entry?.state === 'present' && row.entry.movements.at(-1)?.kind !== 'left'
  const move = isHere ? 'left' : 'arrived'
  const entries: MenuEntry<Entry>[] = [
    ...(isInRoom
      ? [
          {
            id: move,
            label: number === null ? t(`move.${move}NowBetween`) : t(`move.${move}Now`, { number }),
            icon: isHere ? 'signOut' : 'check',
          } as const,
        ]
      : []),
    { id: 'details', label: t('details'), icon: 'people' },
    ...(row.entry === null ? [] : [{ id: 'forget', label: t('forget'), icon: 'trash', isDanger: true } as const]),
  ]
  const act = (id: Entry) => {
    if (id === 'details') onOpen()
    else if (id === 'forget') setAsking(true)
    else void run({ kind: 'attendance.move', party: row.party, movement: id, item: current })
  }
  return (
    <>
      <MenuButton label={t('rowMenu', { name: row.name })} entries={entries} onAction={act} variant="ghost">
        <Icon name="more" />
      </MenuButton>
      <ConfirmDialog
        title={t('forgetAsk', { name: row.name })}
        text={t('forgetText')}
        verb={t('forgetVerb')}
        isOpen={isAsking}
        onConfirm={() => {
          setAsking(false)
          void run({ kind: 'attendance.remove', party: row.party })
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
