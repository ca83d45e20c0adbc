import { useState } from 'react'
import { type ItemView, type MeetingRecord, parseTextPath, textPathOf } from '../../../shared/record/index.ts'
import { useAsides, useMay, useMeeting } from '../../store/index.ts'
import type { Aside, AsideText } from '../../sync/index.ts'
import { Button, ConfirmDialog, Dialog, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AsideDialog.module.css'

export interface AsideDialogProps {
  readonly item: ItemView | null
  readonly onClose: () => void
}

/** Words the record did not take, with what one can do about them: copy, write again, let go. */
export function AsideDialog({ item, onClose }: AsideDialogProps) {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const meeting = useMeeting()
  const asides = useAsides()
  const mayWrite = useMay('record.editText')
  const toast = useToast()
  const [dropping, setDropping] = useState<Aside | null>(null)
  const copy = (aside: Aside) => void navigator.clipboard.writeText(wordsOf(aside)).catch(() => undefined)
  const again = (aside: Aside) => {
    const target = itemOf(aside, meeting.record.get()) ?? item
    if (target === null || !meeting.writeAgain(textPathOf.notes(target.id), wordsOf(aside))) return
    toast(t('aside.again.done'))
    void meeting.dropAside(aside.key)
  }
  return (
    <Dialog title={t('aside.heading')} isOpen onClose={onClose}>
      <p className="small">{t('aside.text')}</p>
      <ul className={styles.list}>
        {asides.map((aside) => (
          <li key={aside.key} className={styles.aside}>
            <p className="micro">{common(`refusal.${aside.code}`)}</p>
            {aside.texts.map((text) => (
              <TextOf key={text.path} text={text} />
            ))}
            <div className="row wrap">
              <Button onPress={() => copy(aside)}>{t('aside.copy')}</Button>
              {mayWrite && wordsOf(aside) !== '' ? <Button onPress={() => again(aside)}>{t('aside.again')}</Button> : null}
              <Button variant="ghost" onPress={() => setDropping(aside)}>
                {t('aside.drop')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        title={t('aside.dropAsk')}
        text={t('aside.dropText')}
        verb={t('aside.drop')}
        isOpen={dropping !== null}
        onConfirm={() => {
          if (dropping !== null) void meeting.dropAside(dropping.key)
          setDropping(null)
        }}
        onClose={() => setDropping(null)}
      />
    </Dialog>
  )
}

interface TextOfProps {
  readonly text: AsideText
}

function TextOf({ text }: TextOfProps) {
  const { t } = useWords('live')
  const place = usePlaceName(text.path)
  return (
    <dl className={styles.text}>
      <dt>{t('aside.place')}</dt>
      <dd dir="auto">{place ?? t('aside.gone')}</dd>
      <dt>{t('aside.yours')}</dt>
      <dd dir="auto" className={styles.words}>
        {text.added}
      </dd>
      {text.whole === text.added ? null : (
        <>
          <dt>{t('aside.whole')}</dt>
          <dd dir="auto" className={styles.words}>
            {text.whole}
          </dd>
        </>
      )}
    </dl>
  )
}

/** The place in words: "Notes on item 4", "Text of outcome 4.1". */
function usePlaceName(word: string): string | null {
  const { t } = useWords('live')
  const record = useMeeting().record.get()
  const path = parseTextPath(word)
  if (path === null || record === null) return null
  if (path.root === 'items') {
    const number = record.items.find((item) => item.id === path.id)?.number
    return number == null ? null : t(path.field === 'notes' ? 'notesOf' : 'itemTitle', { number })
  }
  if (path.root === 'outcomes') {
    const number = record.outcomes.find((outcome) => outcome.id === path.id)?.number
    return number == null ? null : t('outcomeText', { number })
  }
  if (path.root === 'actions') {
    const number = record.actions.find((action) => action.id === path.id)?.number
    return number == null ? null : t('taskText', { number })
  }
  return t('figureText')
}

function wordsOf(aside: Aside): string {
  return aside.texts.map((text) => text.added).join('\n')
}

/** The item in whose notes the words can be written again: the one they belonged to. */
function itemOf(aside: Aside, record: MeetingRecord | null): ItemView | null {
  const path = parseTextPath(aside.texts[0]?.path ?? '')
  if (path === null || record === null) return null
  const entry = path.root === 'items' ? null : record[path.root].find((one) => one.id === path.id)
  const id = path.root === 'items' ? path.id : entry?.item
  return record.items.find((item) => item.id === id && !item.removed) ?? null
}
