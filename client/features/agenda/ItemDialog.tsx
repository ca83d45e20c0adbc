import { useState } from 'react'
import type { ItemView, Paper, Purpose } from '../../../shared/record/index.ts'
import { useEdit, useParties } from '../../store/index.ts'
import { Button, ComboBox, Dialog, DialogButtons, Select, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ItemDialog.module.css'
import { PaperFields } from './PaperFields.tsx'

export interface ItemDialogProps {
  readonly item: ItemView
  readonly onClose: () => void
}

const purposes = ['none', 'inform', 'discuss', 'agree', 'report'] as const

/** Lead, purpose, minutes and papers of an item. Only what was changed is written. */
export function ItemDialog({ item, onClose }: ItemDialogProps) {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const parties = useParties()
  const edit = useEdit()
  const { lead } = item
  const [choice, setChoice] = useState<string | null>(lead !== null && 'delegation' in lead ? lead.delegation : null)
  const [words, setWords] = useState(lead !== null && 'words' in lead ? lead.words : '')
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>(item.purpose ?? 'none')
  const [minutes, setMinutes] = useState(item.minutes === null ? '' : String(item.minutes))
  const [papers, setPapers] = useState<readonly Paper[]>(item.papers)
  const areMinutesWrong = minutes.trim() !== '' && !(/^\d+$/.test(minutes.trim()) && Number(minutes) <= 10_000)
  const kept = papers.filter((paper) => paper.url.trim() !== '')
  const isPaperWrong = kept.some((paper) => !isWebAddress(paper.url))
  const save = () => {
    const next = {
      lead: parties.from(choice, words),
      purpose: purpose === 'none' ? null : (purpose satisfies Purpose),
      minutes: minutes.trim() === '' ? null : Number(minutes),
      papers: kept.map((paper) => ({ title: paper.title.trim() === '' ? paper.url : paper.title.trim(), url: paper.url.trim() })),
    }
    const changed = {
      ...(same(next.lead, item.lead) ? {} : { lead: next.lead }),
      ...(next.purpose === item.purpose ? {} : { purpose: next.purpose }),
      ...(next.minutes === item.minutes ? {} : { minutes: next.minutes }),
      ...(same(next.papers, item.papers) ? {} : { papers: next.papers }),
    }
    if (Object.keys(changed).length > 0) edit({ kind: 'item.set', id: item.id, values: changed })
    onClose()
  }
  return (
    <Dialog title={t('itemDetailsOf', { number: item.number ?? '' })} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!areMinutesWrong && !isPaperWrong) save()
        }}
      >
        <div className={styles.pair}>
          <ComboBox label={t('lead')} choices={parties.choices} value={choice} onChange={setChoice} />
          <TextField label={t('orWords')} value={words} onChange={setWords} help={t('orWordsHelp')} maxLength={300} />
        </div>
        <div className={styles.pair}>
          <Select
            label={t('purpose')}
            choices={purposes.map((id) => ({ id, label: id === 'none' ? t('noPurpose') : t(`purpose.${id}`) }))}
            value={purpose}
            onChange={setPurpose}
          />
          <TextField
            label={t('minutes')}
            value={minutes}
            onChange={setMinutes}
            error={areMinutesWrong ? t('minutesWrong') : null}
            maxLength={6}
          />
        </div>
        <PaperFields papers={papers} onChange={setPapers} isWrong={isPaperWrong} />
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

/** Papers lead to http and https only, as the record itself demands. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url.trim())
}

/** Parties and papers are flat and have one shape each. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
