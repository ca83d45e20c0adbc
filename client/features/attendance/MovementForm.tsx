import { type FormEvent, useState } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import { useRun, useSession } from '../../store/index.ts'
import { Button, Select } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendanceDialog.module.css'
import { type AttendanceRow, isHere } from './attendanceRows.ts'
import { useItemNumbers } from './useItemNumbers.ts'

export interface MovementFormProps {
  readonly row: AttendanceRow
}

type Kind = 'arrived' | 'left'

/** Writes down that a delegation came or went under an item. The same kind again sets right under which. */
export function MovementForm({ row }: MovementFormProps) {
  const { t } = useWords('attendance')
  const run = useRun()
  const current = useSession((session) => session.current)
  const { choices } = useItemNumbers()
  const [chosen, setChosen] = useState<Kind | null>(null)
  const [item, setItem] = useState<string | null>(current)
  const [isSending, setSending] = useState(false)
  const kind = chosen ?? (isHere(row) ? 'left' : 'arrived')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    setSending(true)
    // A choice of the agenda's own items: what it gives is an item's id.
    const done = await run({ kind: 'attendance.move', party: row.party, movement: kind, item: item as ItemId | null })
    setSending(false)
    if (done) setChosen(null)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={styles.line}>
      <Select
        label={t('moveKind')}
        value={kind}
        onChange={setChosen}
        choices={(['arrived', 'left'] as const).map((id) => ({ id, label: t(`move.${id}`) }))}
      />
      <Select
        label={t('moveItem')}
        value={item ?? outside}
        onChange={(id) => setItem(id === outside ? null : id)}
        choices={[{ id: outside, label: t('moveNoItem') }, ...choices]}
        className={styles.grow}
      />
      <Button type="submit" isPending={isSending}>
        {t('moveAdd')}
      </Button>
    </form>
  )
}

const outside = 'none'
