import { useState } from 'react'
import type { ActionRowAnswer } from '../../../shared/protocol/index.ts'
import { newCommandId } from '../../sync/index.ts'
import { Button, TextLink } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import styles from './Register.module.css'
import { useAuthorWords } from './useAuthorWords.ts'
import { useStateFact } from './useStateFact.ts'

export interface ProgressNotesProps {
  readonly row: ActionRowAnswer
}

type Progress = ActionRowAnswer['progress'][number]

/** What was said to an action after its record: the last of it, and on request all of it. */
export function ProgressNotes({ row }: ProgressNotesProps) {
  const { t } = useWords('register')
  const [showsAll, setShowsAll] = useState(false)
  const last = row.progress.at(-1)
  if (last === undefined) return null
  const shown = showsAll ? row.progress : [last]
  return (
    <>
      <ul className={styles.progress} aria-label={t('progressOf', { number: row.number ?? '' })}>
        {shown.map((one) => (
          <ProgressLine key={one.id ?? one.at} progress={one} row={row} />
        ))}
      </ul>
      {row.progress.length > 1 ? (
        <Button variant="link" onPress={() => setShowsAll(!showsAll)} className={styles.history}>
          {showsAll ? t('historyLess') : t('history', { count: row.progress.length })}
        </Button>
      ) : null}
    </>
  )
}

interface ProgressLineProps {
  readonly progress: Progress
  readonly row: ActionRowAnswer
}

function ProgressLine({ progress, row }: ProgressLineProps) {
  const { t, locale } = useWords('register')
  const authorOf = useAuthorWords()
  const state = useStateFact(row.groupId)
  const facts = [formatShortDate(progress.at, locale, 'UTC'), authorOf(progress.by)].filter(Boolean).join(', ')
  const status = progress.status === null ? null : t(`status.${progress.status}`)
  const fact = progress.id
  return (
    <li>
      <span className="num">{facts}</span>
      {progress.where === 'register' ? null : (
        <>
          {' '}
          <TextLink href={progress.where.address}>{t('reviewedAt')}</TextLink>
        </>
      )}
      {': '}
      {[status, progress.note].filter(Boolean).map((words, place) => (
        <bdi key={words}>{place > 0 ? `. ${words}` : words}</bdi>
      ))}
      {progress.mayWithdraw && fact !== null ? (
        <>
          {' '}
          <Button
            variant="link"
            isPending={state.isPending}
            onPress={() => state.mutate({ kind: 'progress.withdraw', id: newCommandId(), fact })}
          >
            {t('withdraw')}
          </Button>
        </>
      ) : null}
    </li>
  )
}
