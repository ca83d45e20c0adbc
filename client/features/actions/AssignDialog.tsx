import { useState } from 'react'
import type { ActionView, Basis, Due, Party } from '../../../shared/record/index.ts'
import { useEdit, useParties } from '../../store/index.ts'
import { Button, ComboBox, Dialog, DialogButtons, Select, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AssignDialog.module.css'
import { PartnerField } from './PartnerField.tsx'

export interface AssignDialogProps {
  readonly action: ActionView
  readonly onClose: () => void
}

const bases: readonly Basis[] = ['agreed', 'requested', 'volunteered', 'implied']
const dueKinds = ['none', 'date', 'event'] as const

/** Lead, partners, due and basis of one action. Only what was changed is written, so two people can change different things at once. */
export function AssignDialog({ action, onClose }: AssignDialogProps) {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const parties = useParties()
  const edit = useEdit()
  const { lead, due } = action
  const [choice, setChoice] = useState<string | null>(lead !== null && 'delegation' in lead ? lead.delegation : null)
  const [words, setWords] = useState(lead !== null && 'words' in lead ? lead.words : '')
  const [partners, setPartners] = useState<readonly Party[]>(action.partners)
  const [dueKind, setDueKind] = useState<(typeof dueKinds)[number]>(due === null ? 'none' : 'date' in due ? 'date' : 'event')
  const [dueText, setDueText] = useState(due === null ? '' : 'date' in due ? due.date : due.event)
  const [basis, setBasis] = useState(action.basis)
  const isDateWrong = dueKind === 'date' && !isDate(dueText)
  const save = () => {
    const nextDue: Due | null = dueKind === 'none' || dueText.trim() === '' ? null : dueOf(dueKind, dueText.trim())
    const nextLead = parties.from(choice, words)
    const changed = {
      ...(same(nextLead, lead) ? {} : { lead: nextLead }),
      ...(same(nextDue, due) ? {} : { due: nextDue }),
      ...(basis === action.basis ? {} : { basis }),
    }
    if (Object.keys(changed).length > 0) edit({ kind: 'action.set', id: action.id, values: changed })
    for (const partner of partners.filter((one) => !action.partners.some((old) => same(old, one)))) {
      edit({ kind: 'action.addPartner', id: action.id, partner })
    }
    for (const partner of action.partners.filter((old) => !partners.some((one) => same(old, one)))) {
      edit({ kind: 'action.removePartner', id: action.id, partner })
    }
    onClose()
  }
  return (
    <Dialog title={t('assignOf', { number: action.number ?? '' })} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isDateWrong) save()
        }}
      >
        <div className={styles.pair}>
          <ComboBox label={t('lead')} choices={parties.choices} value={choice} onChange={setChoice} />
          <TextField label={t('orWords')} value={words} onChange={setWords} help={t('orWordsHelp')} maxLength={300} />
        </div>
        <PartnerField partners={partners} onChange={setPartners} />
        <div className={styles.pair}>
          <Select
            label={t('dueKind')}
            choices={dueKinds.map((id) => ({ id, label: t(`due.${id}`) }))}
            value={dueKind}
            onChange={(kind) => {
              setDueKind(kind)
              setDueText('')
            }}
          />
          {dueKind === 'none' ? null : (
            <TextField
              label={dueKind === 'date' ? t('dueDate') : t('dueEvent')}
              value={dueText}
              onChange={setDueText}
              help={dueKind === 'date' ? t('dueDateHelp') : t('dueEventHelp')}
              error={isDateWrong && dueText !== '' ? t('dueDateWrong') : null}
              maxLength={300}
            />
          )}
        </div>
        <Select
          label={t('basis')}
          choices={bases.map((id) => ({ id, label: t(`basis.${id}`) }))}
          value={basis}
          onChange={setBasis}
        />
        <DialogButtons>
          <Button type="submit" variant="primary">
            {common('save')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function dueOf(kind: 'date' | 'event', text: string): Due {
  return kind === 'date' ? { date: text } : { event: text }
}

/** A year, a month or a day that the calendar has. */
function isDate(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (parts === null) return false
  const [, year, month = '01', day = '01'] = parts
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}

/** Parties and dates are flat and have one shape each. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
