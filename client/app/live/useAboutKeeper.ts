import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DelegationId } from '../../../shared/base/index.ts'
import type { MeetingAnswer } from '../../../shared/protocol/index.ts'
import { type About, useMeeting } from '../../store/index.ts'
import { queries } from '../../sync/index.ts'

/** Keeps the group's name, verbs and delegations with the copy on this device, so that a reload offline has them. */
export function useAboutKeeper(head: MeetingAnswer | undefined): void {
  const meeting = useMeeting()
  const groupId = head?.groupId ?? null
  const delegations = useQuery({ ...queries.delegations(groupId ?? ''), enabled: groupId !== null }).data
  useEffect(() => {
    if (head === undefined || delegations === undefined) return
    const about: About = {
      groupId: head.groupId,
      groupName: head.groupName,
      outcomeKinds: head.outcomeKinds,
      // Ids from our own server, which made them.
      delegations: delegations.map(({ delegationId, ...facts }) => ({ id: delegationId as DelegationId, ...facts })),
    }
    void meeting.keepAbout(about)
  }, [meeting, head, delegations])
}
