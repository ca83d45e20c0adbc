import { memo, type ReactNode, useState } from 'react'
import type { ActionId, OutcomeId } from '../../../shared/base/index.ts'
import type { ItemView } from '../../../shared/record/index.ts'
import { textPathOf } from '../../../shared/record/index.ts'
import { useEdit, useMay, useMeeting } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'
import { type SlashPlace, useDesk, WritableText } from '../text/index.ts'
import styles from './Notes.module.css'
import { SlashMenu } from './SlashMenu.tsx'

export interface NotesProps {
  readonly item: ItemView
  /** Who writes here, in words. */
  readonly writers: ReactNode
}

/** The notes of an item; a line becomes an outcome or action by `/`, and stays where it is (DECIDED 8). */
export const Notes = memo(function Notes({ item, writers }: NotesProps) {
  const { t } = useWords('live')
  const mayWrite = useMay('record.editText')
  const meeting = useMeeting()
  const edit = useEdit()
  const desk = useDesk()
  const [slash, setSlash] = useState<SlashPlace | null>(null)
  const number = item.number ?? ''
  const become = (part: 'outcome' | 'action') => {
    const place = slash
    setSlash(null)
    if (place === null) return
    place.clear()
    if (part === 'outcome') {
      const id = meeting.newId<OutcomeId>()
      if (edit({ kind: 'note.become', item: item.id, at: place.at, into: { part, id, after: 'last' } })) {
        desk.write(textPathOf.outcome(id), 'end')
      }
      return
    }
    const id = meeting.newId<ActionId>()
    if (edit({ kind: 'note.become', item: item.id, at: place.at, into: { part, id, after: 'last' } })) {
      desk.write(textPathOf.task(id), 'end')
    }
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
          becameWord={(part) => t(`became.${part}`)}
        />
      </div>
      {slash === null ? null : <SlashMenu place={slash} onChoose={become} onClose={() => setSlash(null)} />}
    </section>
  )
})
