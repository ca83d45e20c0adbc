import type { ReactNode } from 'react'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import { Button, Icon, IconButton, LinkButton, TextLink, useToast } from '../../ui/index.ts'
import { formatMoment, useWords } from '../../words/index.ts'
import styles from './RecordFacts.module.css'
import type { ShownPaper } from './shownPaper.ts'
import { useActorName } from './useActorName.ts'

export interface RecordFactsProps {
  readonly record: MeetingRecord
  readonly paper: ShownPaper
  /** The whole meeting is closed to this reader. */
  readonly isHidden: boolean
  readonly mayEditHead: boolean
  /** How firm it is, and the way on. */
  readonly state: ReactNode
  /** Ways to carry it elsewhere. */
  readonly exports: ReactNode
  /** Versions and fingerprint. */
  readonly children: ReactNode
}

/** Beside the paper: how firm it is, what to do with it, its versions, what it holds, how it came about. */
export function RecordFacts({ record, paper, isHidden, mayEditHead, state, exports, children }: RecordFactsProps) {
  const { t, locale } = useWords('record')
  const common = useWords()
  const actorOf = useActorName()
  const { history } = record.session
  return (
    <div className={styles.facts}>
      <section>
        {state}
        <FactButtons meetingId={record.meetingId} mayEditHead={mayEditHead} exports={exports} />
      </section>
      {children}
      {isHidden ? null : (
        <section>
          <h2>{t('fromMeeting')}</h2>
          <p className="num">{counts()}</p>
        </section>
      )}
      {paper.head.links.length > 0 ? (
        <section>
          <h2>{t('links')}</h2>
          <ul>
            {paper.head.links.map((link) => (
              <li key={link.url}>
                <TextLink href={link.url}>{link.title}</TextLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {history.length > 0 ? (
        <section>
          <h2>{t('history')}</h2>
          <ol className={styles.history}>
            {history.map((change) => {
              const date = formatMoment(change.at, locale)
              const name = actorOf(change.actor)
              return (
                <li key={`${change.phase} ${change.at}`}>
                  {common.t(`phase.${change.phase}`)}
                  <span className="micro">{name === null ? date : t('historyBy', { date, name })}</span>
                </li>
              )
            })}
          </ol>
        </section>
      ) : null}
    </div>
  )

  function counts(): string {
    const outcomes = paper.parts.flatMap((part) => (part?.kind === 'outcome' ? [part] : []))
    const views = outcomes.filter((outcome) => outcome.standing === 'coordinatorView').length
    const actions = paper.parts.filter((part) => part?.kind === 'action').length
    const attendance = paper.parts.flatMap((part) => (part?.kind === 'attendance' ? part.entries : []))
    const present = attendance.filter((entry) => entry.state === 'present').length
    return [
      t('outcomesCount', { count: outcomes.length - views }),
      ...(views > 0 ? [t('viewsCount', { count: views })] : []),
      t('actionsCount', { count: actions }),
      ...(present > 0 ? [t('delegationsCount', { count: present })] : []),
    ].join(', ')
  }
}

interface FactButtonsProps extends Pick<RecordFactsProps, 'mayEditHead' | 'exports'> {
  readonly meetingId: string
}

function FactButtons({ meetingId, mayEditHead, exports }: FactButtonsProps) {
  const { t } = useWords('record')
  const common = useWords()
  const toast = useToast()
  const copy = () => {
    // With the paragraph, when the address names one.
    navigator.clipboard.writeText(window.location.href).then(
      () => toast(common.t('copied')),
      // Refused by the browser: the address stands in the address bar.
      () => undefined,
    )
  }
  return (
    <div className={styles.buttons}>
      {exports}
      <Button onPress={() => window.print()}>
        <Icon name="print" />
        {t('print')}
      </Button>
      <IconButton icon="link" label={t('copyLink')} onPress={copy} isOutlined />
      <LinkButton href={`/m/${meetingId}`} variant="ghost">
        {t('openLive')}
      </LinkButton>
      {mayEditHead ? (
        <LinkButton href={`/m/${meetingId}/head`} variant="ghost">
          {t('editHead')}
        </LinkButton>
      ) : null}
    </div>
  )
}
