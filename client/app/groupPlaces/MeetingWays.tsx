import type { GroupAnswer } from '../../../shared/protocol/index.ts'

export interface MeetingWaysProps {
  readonly group: GroupAnswer
}

/** Ways to a meeting beside a new one: old minutes, the proposals of delegations, what a new coordinator must know. */
export function MeetingWays(_props: MeetingWaysProps) {
  return null
}
