import type { ThreadStepAnswer } from '../../../shared/protocol/index.ts'
import { TextLink } from '../../ui/index.ts'
import { formatDate, useWords } from '../../words/index.ts'
import styles from './Thread.module.css'
import { useAuthorWords } from './useAuthorWords.ts'
import { useOutcomeName } from './useOutcomeName.ts'

export interface ThreadStepsProps {
  readonly steps: readonly ThreadStepAnswer[]
  readonly groupId: string
}

/** What happened to an outcome or action, the oldest first, each with its day, its place and its words. */
export function ThreadSteps({ steps, groupId }: ThreadStepsProps) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are a history; none is ever put between two others
        <Step key={place} step={step} groupId={groupId} />
      ))}
    </ol>
  )
}

function Step({ step, groupId }: { readonly step: ThreadStepAnswer; readonly groupId: string }) {
  const { t, locale } = useWords('register')
  const authorOf = useAuthorWords()
  const nameOf = useOutcomeName()
  const day = formatDate(step.at, locale, 'UTC') ?? step.at
  const what =
    step.kind === 'fixed' ? t('step.fixed', { standing: t(`standing.${step.standing ?? 'none'}`) }) : t(`step.${step.kind}`)
  const status = step.status === null ? null : t(`status.${step.status}`)
  const place = step.meetingTitle ?? t('step.inRegister')
  const author = authorOf(step.by)
  return (
    <li>
      <span className={styles.day}>{day}</span>
      <div>
        <b>{[what, status].filter(Boolean).join(': ')}</b>{' '}
        <span className="micro" dir="auto">
          {step.address === null ? place : <TextLink href={step.address}>{place}</TextLink>}
          {author === null ? null : <bdi>{`, ${author}`}</bdi>}
        </span>
        {step.before === null ? null : (
          <p className={styles.before} dir="auto">
            {t('step.before', { words: step.before })}
          </p>
        )}
        {step.words === null || step.words === '' ? null : (
          <p className={styles.said} dir="auto">
            {step.words}
          </p>
        )}
        {step.other === null ? null : (
          <p className="small">
            <TextLink href={`/g/${groupId}/threads/outcome/${step.other.outcome}`}>{nameOf(step.other)}</TextLink>
          </p>
        )}
      </div>
    </li>
  )
}
