import { memo, type ReactNode, useState } from 'react'
import type { ActionId, OutcomeId } from '../../../shared/base/index.ts'
import type { ItemView } from '../../../shared/record/index.ts'
import { textPathOf } from '../../../shared/record/index.ts'
import { useEdit, useMay, useMeeting } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'
import { type SlashPlace, useDesk, WritableText } from '../text/index.ts'
import { MentionMenu } from './MentionMenu.tsx'
import styles from './Notes.module.css'
import { type SlashChoice, SlashMenu } from './SlashMenu.tsx'
import { useSpeaker } from './useSpeaker.ts'

export interface NotesProps {
  readonly item: ItemView
  /** Who writes here, in words. */
  readonly writers: ReactNode
}

/** The notes of an item; a line becomes an outcome or action by `/` or a key, and stays where it is (DECIDED 8). */
export const Notes = memo(function Notes({ item, writers }: NotesProps) {
  const { t } = useWords('live')
  const mayWrite = useMay('record.editText')
  const meeting = useMeeting()
  const edit = useEdit()
  const desk = useDesk()
  const speaker = useSpeaker()
  const [slash, setSlash] = useState<SlashPlace | null>(null)
  const [mention, setMention] = useState<SlashPlace | null>(null)
  const number = item.number ?? ''
  const become = (part: 'outcome' | 'action', at: readonly number[]) => {
    const path = part === 'outcome' ? makeOutcome(at) : makeAction(at)
    if (path !== null) desk.write(path, 'end')
  }
  const makeOutcome = (at: readonly number[]) => {
    const id = meeting.newId<OutcomeId>()
    const into = { part: 'outcome', id, after: 'last' } as const
    return edit({ kind: 'note.become', item: item.id, at, into }) ? textPathOf.outcome(id) : null
  }
  const makeAction = (at: readonly number[]) => {
    const id = meeting.newId<ActionId>()
    const into = { part: 'action', id, after: 'last' } as const
    return edit({ kind: 'note.become', item: item.id, at, into }) ? textPathOf.task(id) : null
  }
  const choose = (what: SlashChoice) => {
    const place = slash
    setSlash(null)
    if (place === null) return
    if (what === 'intervention') {
      place.begin(t('interventionOf', { name: speaker ?? '' }))
      return
    }
    place.clear()
    become(what, place.at)
  }
  const isEmpty = item.notes.every((block) => 'runs' in block && block.runs.every((run) => run.text === ''))
  return (
    <section className={styles.section} aria-label={t('notes')}>
      <div className={styles.head}>
        <h3>{t('notes')}</h3>
        <span className={styles.aside}>{writers}</span>
      </div>
      <div className={styles.notes}>
        {isEmpty && !mayWrite ? <p className={styles.hint}>{t('nothingNoted')}</p> : null}
        <WritableText
          path={textPathOf.notes(item.id)}
          kind="notes"
          text={item.notes}
          itemId={item.id}
          label={t('notesOf', { number })}
          canWrite={mayWrite}
          hint={t('notesHint')}
          onSlash={setSlash}
          onMention={setMention}
          onBecome={become}
          becameWord={(part) => t(`became.${part}`)}
        />
      </div>
      {slash === null ? null : <SlashMenu place={slash} speaker={speaker} onChoose={choose} onClose={() => setSlash(null)} />}
      {mention === null ? null : <MentionMenu place={mention} onClose={() => setMention(null)} />}
    </section>
  )
})
