import type { GroupAnswer, MeetingLineAnswer } from '../../../shared/protocol/index.ts'
import { Icon, LinkButton, State } from '../../ui/index.ts'
import { formatList, useWords } from '../../words/index.ts'
import { AgendaPreview } from './AgendaPreview.tsx'
import { dayOf, hoursOf } from './meetingTimes.ts'
import styles from './NextMeeting.module.css'

export interface NextMeetingProps {
  readonly meeting: MeetingLineAnswer | null
  readonly group: GroupAnswer
  readonly coordinators: readonly string[]
}

/** What to go to now: the meeting that runs, or the next one, with its agenda. */
export function NextMeeting({ meeting, group, coordinators }: NextMeetingProps) {
  const { t, locale } = useWords('groups')
  const common = useWords()
  const mayCreate = group.rights.includes('meeting.create')
  const newMeeting = `/g/${group.groupId}/meetings/new`
  if (meeting === null) {
    return (
      <section className={styles.next} aria-label={t('home.next')}>
        <div>
          <h2 className={styles.when}>{t('home.none')}</h2>
          <p className="muted">{t('home.noneText')}</p>
          {mayCreate ? (
            <div className={styles.buttons}>
              <LinkButton href={newMeeting} variant="primary" size="big">
                <Icon name="plus" />
                {t('home.newMeeting')}
              </LinkButton>
            </div>
          ) : null}
        </div>
      </section>
    )
  }
  const hours = hoursOf(meeting, locale)
  const day = dayOf(meeting, locale)
  return (
    <section className={styles.next} aria-label={t('home.next')}>
      <div>
        <State tone={meeting.phase === 'inSession' ? 'live' : 'plain'} hasDot>
          {common.t(`phase.${meeting.phase}`)}
        </State>
        <h2 className={styles.when}>{day ?? t('home.dateUnknown')}</h2>
        <p className={styles.title}>
          <bdi>{meeting.title}</bdi>
        </p>
        <dl className={styles.facts}>
          <dt>{t('home.time')}</dt>
          <dd className="num">
            {hours === null
              ? t('home.timeUnknown')
              : hours.to === null
                ? hours.from
                : t('home.timeRange', { from: hours.from, to: hours.to })}
            {hours !== null && meeting.timeZone ? (
              <span className="muted">
                {' '}
                <bdi>{meeting.timeZone}</bdi>
              </span>
            ) : null}
          </dd>
          <Fact name={t('home.place')} value={meeting.place} />
          <Fact name={t('home.margins')} value={meeting.formalMeeting} />
          <Fact name={t('home.coordinator')} value={coordinators.length > 0 ? formatList(coordinators, locale) : null} />
          <Fact name={t('home.openTo')} value={group.openTo === '' ? null : group.openTo} />
        </dl>
        <div className={styles.buttons}>
          <LinkButton href={`/m/${meeting.meetingId}`} variant="primary" size="big">
            {t('home.enter')}
          </LinkButton>
          {mayCreate ? (
            <>
              <LinkButton href={`/m/${meeting.meetingId}/head`} size="big">
                <Icon name="calendar" />
                {t('home.editHead')}
              </LinkButton>
              <LinkButton href={newMeeting} size="big" variant="ghost">
                <Icon name="plus" />
                {t('home.newMeeting')}
              </LinkButton>
            </>
          ) : null}
        </div>
      </div>
      <AgendaPreview meetingId={meeting.meetingId} />
    </section>
  )
}

interface FactProps {
  readonly name: string
  readonly value: string | null
}

function Fact({ name, value }: FactProps) {
  if (value === null) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
  )
}
