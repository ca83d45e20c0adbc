import type { ThreadAnswer } from '../../../shared/protocol/index.ts'
import { PageTitle, Section, TextLink } from '../../ui/index.ts'
import { formatDate, useWords } from '../../words/index.ts'
import { DueCell } from './DueCell.tsx'
import { LaterFacts } from './LaterFacts.tsx'
import { OutcomeControl } from './OutcomeControl.tsx'
import { OutcomeWords } from './OutcomeWords.tsx'
import { PartyPlates } from './PartyPlates.tsx'
import { StatusControl } from './StatusControl.tsx'
import { StatusState } from './StatusState.tsx'
import styles from './Thread.module.css'
import { ThreadSteps } from './ThreadSteps.tsx'

export interface ThreadViewProps {
  readonly thread: ThreadAnswer
}

/** One outcome or action through the years: what it says, how it stands, and every step that led there. */
export function ThreadView({ thread }: ThreadViewProps) {
  const { t, locale } = useWords('register')
  const { head } = thread
  const number = head.number ?? ''
  const meeting = [head.meetingTitle, formatDate(head.meetingDate, locale)].filter(Boolean).join(', ')
  return (
    <>
      <PageTitle sub={<span dir="auto">{t('thread.of', { meeting })}</span>}>
        {thread.kind === 'outcome' ? t('thread.outcome', { number }) : t('thread.action', { number })}
      </PageTitle>
      <div className={styles.head}>
        {thread.kind === 'outcome' ? (
          <>
            <p>
              <OutcomeWords row={thread.head} />
            </p>
            <div className={styles.facts}>
              <span className="small">{t(`standing.${thread.head.standing ?? 'none'}`)}</span>
              <OutcomeControl row={thread.head} />
            </div>
            <LaterFacts row={thread.head} />
          </>
        ) : (
          <>
            <p className={styles.task} dir="auto">
              {thread.head.task === '' ? t('noWords') : thread.head.task}
            </p>
            <div className={styles.facts}>
              <PartyPlates lead={thread.head.lead} partners={thread.head.partners} />
              <DueCell row={thread.head} saysOverdue />
              <StatusControl row={thread.head} />
            </div>
          </>
        )}
        <TextLink href={head.address}>{t('thread.record')}</TextLink>
      </div>
      <Section title={t('thread.steps')}>
        <ThreadSteps steps={thread.steps} groupId={head.groupId} />
      </Section>
      {thread.kind === 'outcome' && thread.actions.length > 0 ? (
        <Section title={t('thread.actions')}>
          <ul className={styles.list}>
            {thread.actions.map((action) => (
              <li key={action.action}>
                <span className="muted num">{action.number}</span>
                <TextLink href={`/g/${action.groupId}/threads/action/${action.action}`} isQuiet>
                  <span dir="auto">{action.task === '' ? t('noWords') : action.task}</span>
                </TextLink>
                <StatusState status={action.status} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {thread.kind === 'action' && thread.outcome !== null ? (
        <Section title={t('thread.cameFrom')}>
          <TextLink href={`/g/${head.groupId}/threads/outcome/${thread.outcome.outcome}`} isQuiet>
            <OutcomeWords row={thread.outcome} />
          </TextLink>
        </Section>
      ) : null}
    </>
  )
}
