import type { ReactNode } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { Loaded, Section, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './GroupHome.module.css'
import { MemberPlates } from './MemberPlates.tsx'
import { splitMeetings } from './meetingTimes.ts'
import { NextMeeting } from './NextMeeting.tsx'
import { UpcomingList } from './UpcomingList.tsx'
import { useDelegations, useMeetings, useMembers } from './useGroup.ts'

export interface GroupHomeProps {
  readonly group: GroupAnswer
  /** What changed since one was here. */
  readonly changes?: ReactNode
  /** What is open of what was handed out. */
  readonly actions: ReactNode
  /** The latest records. */
  readonly records: ReactNode
}

/** The home of a group: the next meeting, the records, who belongs to it, and what it is for. */
export function GroupHome({ group, changes, actions, records }: GroupHomeProps) {
  const { t } = useWords('groups')
  const meetings = useMeetings(group.groupId)
  const delegations = useDelegations(group.groupId)
  const members = useMembers(group.groupId)
  const coordinators = (members.data ?? []).filter((member) => member.role === 'coordinator')
  const coordinatorNames = coordinators.map(
    (member) => delegations.data?.find((one) => one.delegationId === member.delegationId)?.name ?? member.name,
  )
  const mayManage = group.rights.includes('delegations.manage')
  return (
    <Loaded asked={meetings} shape={['short', 'title', 'middle', 'middle', 'gap', 'short']}>
      {(list) => {
        const { next, upcoming } = splitMeetings(list)
        return (
          <>
            <NextMeeting meeting={next} group={group} coordinators={[...new Set(coordinatorNames)]} />
            <div className={styles.columns}>
              <div className={styles.main}>
                {changes}
                {upcoming.length > 0 ? <UpcomingList meetings={upcoming} /> : null}
                {actions}
                {records}
              </div>
              <aside aria-label={t('home.members')}>
                <Section
                  title={t('home.members')}
                  action={mayManage ? <TextLink href={`/g/${group.groupId}/settings`}>{t('home.invite')}</TextLink> : undefined}
                >
                  <Loaded asked={delegations} shape={['short', 'middle', 'middle']}>
                    {(all) => <MemberPlates delegations={all} members={members.data ?? []} />}
                  </Loaded>
                </Section>
                <About group={group} />
              </aside>
            </div>
          </>
        )
      }}
    </Loaded>
  )
}

/** What the group says of itself, each thing under its own word. */
function About({ group }: Pick<GroupHomeProps, 'group'>) {
  const { t } = useWords('groups')
  const facts = [
    [t('about.purpose'), group.purpose],
    [t('about.openTo'), group.openTo],
    [t('about.meets'), group.meets],
    [t('about.convention'), group.convention],
  ].filter(([, text]) => text !== '')
  if (facts.length === 0) return null
  return (
    <dl className={styles.about}>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
