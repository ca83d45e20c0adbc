import type { PreviewAnswer } from '../../../shared/protocol/index.ts'
import { State } from '../../ui/index.ts'
import { formatDate, formatTime, useWords } from '../../words/index.ts'
import styles from './Invitation.module.css'

export interface InvitationProps {
  readonly preview: PreviewAnswer
}

/** Where a seat link leads: the group, its meeting, and how it stands there now. */
export function Invitation({ preview }: InvitationProps) {
  const { t, locale } = useWords('people')
  const common = useWords()
  const { meeting } = preview
  const date = meeting ? formatDate(meeting.startsAt, locale, meeting.timeZone) : null
  const time = meeting ? formatTime(meeting.startsAt, locale, meeting.timeZone) : null
  return (
    <>
      {meeting ? (
        <State tone={meeting.phase === 'inSession' ? 'live' : 'plain'} hasDot>
          {common.t(`phase.${meeting.phase}`)}
          {preview.present > 0 ? ` · ${t('join.present', { count: preview.present })}` : ''}
        </State>
      ) : null}
      <h1 className={styles.title}>
        <bdi>{preview.groupName}</bdi>
      </h1>
      <dl className={styles.facts}>
        {meeting ? (
          <>
            <dt>{t('join.meeting')}</dt>
            <dd>
              <bdi>{meeting.title}</bdi>
            </dd>
            <dt>{t('join.date')}</dt>
            <dd className="num">{date ? [date, time].filter(Boolean).join(', ') : common.t('unknown')}</dd>
            {meeting.place ? (
              <>
                <dt>{t('join.place')}</dt>
                <dd>
                  <bdi>{meeting.place}</bdi>
                </dd>
              </>
            ) : null}
          </>
        ) : null}
        <dt>{t('join.role')}</dt>
        <dd>{common.t(`role.${preview.role}`)}</dd>
      </dl>
    </>
  )
}
