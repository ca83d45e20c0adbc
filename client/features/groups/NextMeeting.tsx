import { useQuery } from '@tanstack/react-query'
import type { GroupAnswer, MeetingLineAnswer } from '../../../shared/protocol/index.ts'
import { type HttpRecord, queries } from '../../sync/index.ts'
import { buttonClass, Icon, LinkButton, State, TextLink } from '../../ui/index.ts'
import { formatList, hourOf, useWords } from '../../words/index.ts'
import { AgendaPreview } from './AgendaPreview.tsx'
import { dayOf, hoursOf } from './meetingTimes.ts'
import styles from './NextMeeting.module.css'

export interface NextMeetingProps {
  readonly meeting: MeetingLineAnswer | null
  readonly group: GroupAnswer
  readonly coordinators: readonly string[]
}

const calendarClass = buttonClass({ size: 'big' })

/** What to go to now: the meeting that runs, or the next one, with its agenda. */
export function NextMeeting({ meeting, group, coordinators }: NextMeetingProps) {
  const { t, locale } = useWords('groups')
  const common = useWords()
  const mayCreate = group.rights.includes('meeting.create')
  const newMeeting = `/g/${group.groupId}/meetings/new`
  const record = useQuery({ ...queries.record(meeting?.meetingId ?? ''), enabled: meeting !== null })
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
  const since = meeting.phase === 'inSession' ? sinceOf(record.data, locale) : null
  return (
    <section className={styles.next} aria-label={t('home.next')}>
      <div>
        <State tone={meeting.phase === 'inSession' ? 'live' : 'plain'} hasDot>
          {since === null ? common.t(`phase.${meeting.phase}`) : t('home.inSessionSince', { time: since })}
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
        {mayCreate ? (
          <p className={styles.edit}>
            <TextLink href={`/m/${meeting.meetingId}/head`}>{t('home.editHead')}</TextLink>
          </p>
        ) : null}
        <div className={styles.buttons}>
          <LinkButton href={`/m/${meeting.meetingId}`} variant="primary" size="big">
            {t('home.enter')}
          </LinkButton>
          <a className={calendarClass} href={`/api/meetings/${meeting.meetingId}/exports/agenda.ics`} download>
            <Icon name="calendar" />
            {t('home.calendar')}
          </a>
          {group.you.role === 'observer' ? null : (
            <LinkButton href={`/m/${meeting.meetingId}/projector`} size="big" variant="ghost" target="_blank">
              <Icon name="screen" />
              {t('home.projector')}
            </LinkButton>
          )}
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

/** When the sitting that runs was opened, at the place of the meeting; null while it is not known. */
function sinceOf(record: HttpRecord | undefined, locale: string): string | null {
  const opened = record?.session.history.findLast((change) => change.phase === 'inSession')
  if (record === undefined || opened === undefined) return null
  return hourOf(opened.at, { locale, timeZone: record.head.timeZone, sittings: [] })
}
