import { useState } from 'react'
import type { AttendanceLine } from '../../../shared/record/index.ts'
import { useParties, useRun, useSession } from '../../store/index.ts'
import { Button, DialogButtons, Icon, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendanceDialog.module.css'
import { StatedLine } from './StatedLine.tsx'

export interface StatedCountsProps {
  readonly mayChange: boolean
}

const none: readonly AttendanceLine[] = []
const blank: AttendanceLine = { delegationType: 'state', party: null, statedCount: '', note: null }

/** Counts as they were stated ("over 20"), kept as they are: read by all, changed by the office and saved together. */
export function StatedCounts({ mayChange }: StatedCountsProps) {
  const { t } = useWords('attendance')
  const { t: common } = useWords()
  const { show } = useParties()
  const run = useRun()
  const toast = useToast()
  const kept = useSession((session) => session.attendance) ?? none
  const [draft, setDraft] = useState<readonly AttendanceLine[] | null>(null)
  const [isChecked, setChecked] = useState(false)
  const [isSending, setSending] = useState(false)
  const lines = draft ?? kept
  const isWhole = lines.every((line) => line.party !== null || (line.statedCount ?? '').trim() !== '')
  const change = (place: number, line: AttendanceLine | null) =>
    setDraft(lines.flatMap((one, at) => (at !== place ? [one] : line === null ? [] : [line])))
  const save = async () => {
    setChecked(true)
    if (!isWhole || isSending) return
    setSending(true)
    const done = await run({ kind: 'attendance.state', lines: lines.map(trimmed) })
    setSending(false)
    if (!done) return
    setDraft(null)
    setChecked(false)
    toast(t('stated.saved'))
  }
  if (!mayChange && kept.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>{t('stated.title')}</h3>
      {mayChange ? (
        <>
          <p className="micro">{t('stated.text')}</p>
          {lines.map((line, place) => (
            <StatedLine
              // biome-ignore lint/suspicious/noArrayIndexKey: stated lines have an order and no other name
              key={place}
              number={place + 1}
              line={line}
              isChecked={isChecked}
              onChange={(next) => change(place, next)}
              onRemove={() => change(place, null)}
            />
          ))}
          <DialogButtons>
            <Button onPress={() => setDraft([...lines, blank])}>
              <Icon name="plus" />
              {t('stated.add')}
            </Button>
            {draft === null ? null : (
              <>
                <Button variant="primary" onPress={() => void save()} isPending={isSending}>
                  {t('stated.save')}
                </Button>
                <Button onPress={() => setDraft(null)}>{t('stated.undo')}</Button>
              </>
            )}
          </DialogButtons>
        </>
      ) : (
        <ul className="small">
          {kept.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: stated lines have an order and no other name
            <li key={place} dir="auto">
              {[line.party === null ? common(`types.${line.delegationType}`) : show(line.party).name, line.statedCount, line.note]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function trimmed({ delegationType, party, statedCount, note }: AttendanceLine) {
  const lineOf = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim())
  return { delegationType, party, statedCount: lineOf(statedCount), note: lineOf(note) }
}
