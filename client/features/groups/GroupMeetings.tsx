import type { ReactNode } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { Icon, LinkButton, Loaded, PageTitle } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { MeetingList } from './MeetingList.tsx'
import { splitMeetings } from './meetingTimes.ts'
import { useMeetings } from './useGroup.ts'

export interface GroupMeetingsProps {
  readonly group: GroupAnswer
  /** Further ways to a meeting: old minutes, proposals, the handover. */
  readonly children?: ReactNode
}

/** Every meeting of a group: those that run or are to come, and those that are over. */
export function GroupMeetings({ group, children }: GroupMeetingsProps) {
  const { t } = useWords('groups')
  const meetings = useMeetings(group.groupId)
  return (
    <>
      <div className="spread wrap">
        <PageTitle>{t('nav.meetings')}</PageTitle>
        <div className="row wrap">
          {children}
          {group.rights.includes('meeting.create') ? (
            <LinkButton href={`/g/${group.groupId}/meetings/new`} variant="primary">
              <Icon name="plus" />
              {t('home.newMeeting')}
            </LinkButton>
          ) : null}
        </div>
      </div>
      <Loaded asked={meetings} shape={['short', 'long', 'middle', 'gap', 'short', 'long', 'long']}>
        {(list) => {
          const { next, upcoming, past } = splitMeetings(list)
          const ahead = next === null ? [] : [next, ...upcoming]
          return (
            <>
              <MeetingList title={t('meetings.ahead')} meetings={ahead} areOver={false} empty={t('home.none')} />
              <MeetingList title={t('meetings.past')} meetings={past} areOver empty={t('home.recordsEmpty')} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}
