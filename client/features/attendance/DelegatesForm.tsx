import { type FormEvent, useState } from 'react'
import { useRun } from '../../store/index.ts'
import { Button, IconButton, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendanceDialog.module.css'
import type { AttendanceRow } from './attendanceRows.ts'

export interface DelegatesFormProps {
  readonly row: AttendanceRow
  readonly mayChange: boolean
}

/** Who is in a delegation: those who checked in themselves, and those the office writes down. */
export function DelegatesForm({ row, mayChange }: DelegatesFormProps) {
  const { t } = useWords('attendance')
  const run = useRun()
  const [name, setName] = useState('')
  const [office, setOffice] = useState('')
  const [isSending, setSending] = useState(false)
  const delegates = row.entry?.delegates ?? []
  const written = delegates.filter(({ person }) => person === null).map((one) => ({ name: one.name, function: one.function }))
  const write = (list: typeof written) =>
    run({ kind: 'attendance.set', party: row.party, state: row.entry?.state ?? 'present', delegates: list })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || isSending) return
    setSending(true)
    const done = await write([...written, { name: name.trim(), function: office.trim() === '' ? null : office.trim() }])
    setSending(false)
    if (!done) return
    setName('')
    setOffice('')
  }
  return (
    <>
      <ul className={styles.names}>
        {delegates.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people of one name have nothing else that tells them apart
          <li key={`${place} ${one.name}`}>
            <span className={styles.grow}>
              <bdi>{one.name}</bdi>
              {one.function === null ? null : (
                <span className="micro">
                  {' '}
                  <bdi>{one.function}</bdi>
                </span>
              )}
            </span>
            {one.person === null ? null : <span className="micro">{t(one.hasLeft ? 'delegateLeft' : 'delegateSelf')}</span>}
            {mayChange && one.person === null ? (
              <IconButton
                icon="close"
                label={t('delegateRemove', { name: one.name })}
                onPress={() => void write(delegates.filter((other) => other.person === null && other !== one))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <form onSubmit={(event) => void submit(event)} noValidate className={styles.line}>
          <TextField label={t('delegateName')} value={name} onChange={setName} maxLength={120} className={styles.grow} />
          <TextField
            label={t('delegateFunction')}
            value={office}
            onChange={setOffice}
            maxLength={120}
            isOptional
            className={styles.grow}
          />
          <Button type="submit" isPending={isSending}>
            {t('delegateAdd')}
          </Button>
        </form>
      ) : null}
    </>
  )
}
