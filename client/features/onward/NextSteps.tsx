import type { NextStepAnswer } from '../../../shared/protocol/index.ts'
import { TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { dayWords } from './dayWords.ts'
import styles from './Handover.module.css'
import { momentWords } from './momentWords.ts'

export interface NextStepsProps {
  readonly groupId: string
  readonly steps: readonly NextStepAnswer[]
}

/** What the rules ask for next, in order; each step leads to where it is done. */
export function NextSteps({ groupId, steps }: NextStepsProps) {
  const { t, locale } = useWords('onward')
  if (steps.length === 0) return <p className="muted small">{t('stepsNone')}</p>
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={`${step.kind} ${step.meetingId}`}>
          <TextLink href={whereOf(groupId, step)}>{sentence(step)}</TextLink>
          <span className="micro" dir="auto">
            {[step.meetingTitle, dayWords(step.meetingDate, locale), untilWords(step)].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  )

  function sentence({ kind, count }: NextStepAnswer): string {
    switch (kind) {
      case 'answerObjections':
      case 'answerComments':
      case 'askOverdue':
      case 'findLead':
      case 'settleProposals':
        return t(`step.${kind}`, { count: count ?? 0 })
      default:
        return t(`step.${kind}`)
    }
  }

  function untilWords({ until, timeZone }: NextStepAnswer): string | null {
    if (until === null) return null
    return t('until', { moment: momentWords(until, timeZone, locale), zone: timeZone ?? 'UTC' })
  }
}

function whereOf(groupId: string, { kind, meetingId }: NextStepAnswer): string {
  switch (kind) {
    case 'nameRapporteur':
      return `/g/${groupId}/settings`
    case 'planMeeting':
      return `/g/${groupId}/meetings/new`
    case 'askOverdue':
    case 'findLead':
      return `/g/${groupId}/actions`
    case 'settleProposals':
      return `/g/${groupId}/backlog`
    case 'setDate':
      return `/m/${meetingId ?? ''}/head`
    case 'openOrMove':
    case 'closeMeeting':
      return `/m/${meetingId ?? ''}`
    default:
      return `/m/${meetingId ?? ''}/record`
  }
}
