import type { Role } from '../../access/index.ts'
import type { ActionId, CommandId, DelegationId, GroupId, ItemId, MeetingId, OutcomeId } from '../../base/index.ts'
import type { ActionStatus, Basis, DelegationType, Due, Phase, Standing } from '../../record/index.ts'

/** A party as it is called now; `delegation` is null for plain words. */
export interface RowParty {
  readonly name: string
  readonly code: string | null
  readonly delegation: DelegationId | null
}

/** Who stated something, as far as it may be told; null where nothing may be. */
export interface RowAuthor {
  readonly role: Role | null
  readonly name: string | null
  readonly delegation: RowParty | null
  readonly type: DelegationType | null
}

/** Which record a line is of. */
export interface RowSource {
  readonly groupId: GroupId
  readonly groupName: string
  readonly meetingId: MeetingId
  readonly meetingTitle: string
  /** As it was stated; null when not known. */
  readonly meetingDate: string | null
  readonly phase: Phase
  readonly withdrawn: boolean
  readonly version: number | null
  readonly item: { readonly id: ItemId; readonly number: string | null; readonly title: string } | null
  readonly address: string
}

/** An outcome as another line names it. */
export interface OutcomeName {
  readonly outcome: OutcomeId
  readonly meetingId: MeetingId
  readonly meetingTitle: string
  readonly meetingDate: string | null
  readonly number: string | null
  readonly paragraph: string | null
  readonly kind: string
  readonly standing: Standing | null
  readonly text: string
  readonly address: string
}

/** Whether an outcome stands, and why not. */
export type OutcomeState = 'current' | 'superseded' | 'implemented' | 'withdrawn'

/** One line of the register of outcomes. */
export interface OutcomeRow extends RowSource {
  readonly outcome: OutcomeId
  readonly paragraph: string | null
  readonly number: string | null
  readonly kind: string
  readonly standing: Standing | null
  readonly actor: RowParty | null
  readonly text: string
  readonly qualifiers: readonly string[]
  /** ISO 8601 in UTC. */
  readonly since: string | null
  readonly state: OutcomeState
  readonly later: {
    readonly superseded: {
      readonly fact: CommandId
      /** Null where the reader may not see it; then there is no note either. */
      readonly by: OutcomeName | null
      readonly note: string | null
      readonly at: string
      readonly author: RowAuthor | null
    } | null
    readonly implemented: {
      readonly fact: CommandId
      readonly note: string | null
      readonly at: string
      readonly author: RowAuthor | null
    } | null
  }
  readonly supersedes: readonly OutcomeName[]
  readonly mayAddFact: boolean
}

/** Something that was said to an action after its record was written. */
export interface RowProgress {
  readonly id: CommandId | null
  readonly at: string
  readonly by: RowAuthor | null
  readonly status: ActionStatus | null
  readonly note: string | null
  readonly where:
    | 'register'
    | { readonly meetingId: MeetingId; readonly title: string; readonly date: string | null; readonly address: string }
  readonly mayWithdraw: boolean
}

/** The parts of the list of actions, in their order. */
export const actionGroups = ['overdue', 'beforeNext', 'later', 'byEvent', 'none', 'doneLately', 'closed'] as const
export type ActionGroup = (typeof actionGroups)[number]

/** One line of the register of actions. */
export interface ActionRow extends RowSource {
  readonly action: ActionId
  readonly number: string | null
  readonly task: string
  readonly lead: RowParty | null
  readonly partners: readonly RowParty[]
  readonly due: Due | null
  readonly basis: Basis
  readonly status: ActionStatus
  readonly overdue: boolean
  readonly group: ActionGroup
  readonly outcome: { readonly outcome: OutcomeId; readonly number: string | null; readonly paragraph: string | null } | null
  readonly progress: readonly RowProgress[]
  readonly mayProgress: boolean
}
