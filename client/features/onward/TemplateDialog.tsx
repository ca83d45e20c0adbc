import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, newCommandId, queries } from '../../sync/index.ts'
import { Button, Dialog, DialogButtons, FormError, Loaded, Select, TextField, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Backlog.module.css'
import { dayWords } from './dayWords.ts'
import { templateItems } from './templateItems.ts'
import { useLedger } from './useLedger.ts'

export interface TemplateDialogProps {
  readonly groupId: string
  readonly onClose: () => void
}

/** Keeps the agenda of a meeting as a template: titles, purposes and minutes, nothing of what was said. */
export function TemplateDialog({ groupId, onClose }: TemplateDialogProps) {
  const { t, locale } = useWords('onward')
  const common = useWords()
  const toast = useToast()
  const ledger = useLedger(groupId)
  const asked = useQuery(queries.meetings(groupId))
  const [template] = useState(newCommandId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const keep = async () => {
    if (chosen === null || name.trim() === '') return setProblem(chosen === null ? t('meetingMissing') : t('nameMissing'))
    setProblem(null)
    setError(null)
    try {
      const items = templateItems(await api.record(chosen))
      if (items.length === 0) return setProblem(t('agendaEmpty'))
      if (!(await ledger.send({ kind: 'template.save', template, name: name.trim(), items }))) return
      toast(t('kept'))
      onClose()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <Dialog title={t('keepTemplate')} isOpen onClose={onClose}>
      <Loaded asked={asked} shape={['middle', 'middle']}>
        {(meetings) => (
          <form
            className={styles.form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void keep()
            }}
          >
            <Select
              label={t('templateFrom')}
              choices={meetings.map((one) => ({
                id: one.meetingId,
                label: one.title,
                hint: dayWords(one.startsAt, locale) ?? t('dateUnknown'),
              }))}
              value={chosen}
              onChange={setChosen}
            />
            <TextField label={t('templateName')} value={name} onChange={setName} maxLength={160} error={problem} />
            <FormError error={error ?? ledger.error} />
            <DialogButtons>
              <Button type="submit" variant="primary" isPending={ledger.isPending}>
                {t('keep')}
              </Button>
              <Button onPress={onClose}>{common.t('cancel')}</Button>
            </DialogButtons>
          </form>
        )}
      </Loaded>
    </Dialog>
  )
}
