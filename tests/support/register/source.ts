import type { Role } from '../../../shared/access/index.ts'
import { type DelegationId, type GroupId, type MeetingId, type Millis, ok } from '../../../shared/base/index.ts'
import type { DelegationType, MeetingHead, MeetingRecord } from '../../../shared/record/index.ts'
import {
  decideLedger,
  evolveLedger,
  type GroupRecord,
  type LedgerActor,
  type LedgerCommand,
  type LedgerState,
  type LedgerSurroundings,
  newLedger,
  type RegisterSource,
} from '../../../shared/register/index.ts'
import type { DelegationFacts } from '../../../shared/session/index.ts'
import { head, session } from '../exports/records.ts'
import { must, newId } from '../storageSamples.ts'

/** The hour of these tests, unless they say another. */
export const hour = Date.parse('2002-10-01T09:00:00Z') as Millis

const rules = { participantsEdit: 'everything', participantsEditDraft: false } as const

/** A delegation of the group. */
export function delegation(
  name: string,
  code: string,
  type: DelegationType = 'state',
  region: string | null = null,
): DelegationFacts {
  return { id: newId<DelegationId>(), name, code, type, partyStatus: 'stateParty', membership: 'member', region }
}

/** Somebody who commands. */
export function actor(role: Role, from: DelegationFacts | null = null, name = `The ${role}`): LedgerActor {
  return { role, name, person: newId(), delegation: from, rules, onlyMeeting: null }
}

/** A meeting with its record, adopted unless it is said otherwise. */
export function meetingWith(
  parts: Partial<Omit<MeetingRecord, 'head' | 'session'>> & {
    readonly head?: Partial<MeetingHead>
    readonly session?: Partial<MeetingRecord['session']>
  },
  beside: Partial<Omit<GroupRecord, 'record'>> = {},
): GroupRecord {
  const meetingId = beside.meetingId ?? newId<MeetingId>()
  const record: MeetingRecord = {
    meetingId,
    items: [],
    outcomes: [],
    actions: [],
    targets: [],
    ...parts,
    head: head(parts.head),
    session: session({ phase: 'adopted', ...parts.session }),
  }
  return { createdAt: hour, version: 3, fingerprint: 'f'.repeat(64), ...beside, meetingId, record }
}

/** A command less its id. */
export type LedgerDraft = LedgerCommand extends infer Command
  ? Command extends LedgerCommand
    ? Omit<Command, 'id'>
    : never
  : never

/** A group's ledger over some records, run by hand. */
export class GroupBook {
  state: LedgerState = newLedger()
  now = hour

  constructor(readonly records: readonly GroupRecord[]) {}

  /** What the rules answer; a yes is applied. Returns the id of the command, or the reason (else the code) of the no. */
  run(who: LedgerActor, draft: LedgerDraft, id = newId<LedgerCommand['id']>()): string {
    // A draft of some kind with an id is a command of that kind.
    const command = { ...draft, id } as LedgerCommand
    const decided = decideLedger(this.state, command, who, this.now, surroundings(this.records))
    if (!decided.ok) return decided.refusal.reason ?? decided.refusal.code
    const entries = decided.value.map((event, index) => ({
      seq: this.state.seq + index + 1,
      at: this.now,
      commandId: id,
      event,
    }))
    this.state = evolveLedger(this.state, entries)
    return must(ok(id))
  }

  /** The source of registers for a reader. */
  source(reader: Partial<RegisterSource['reader']> = {}, delegations: readonly DelegationFacts[] = []): RegisterSource {
    return {
      groupId: 'group' as GroupId,
      groupName: 'Universalization',
      rules,
      delegations,
      records: this.records,
      ledger: this.state,
      reader: { role: 'coordinator', person: newId(), delegation: null, ...reader },
    }
  }
}

function surroundings(records: readonly GroupRecord[]): LedgerSurroundings {
  const recordOf = (id: MeetingId) => records.find(({ meetingId }) => meetingId === id)?.record
  const facts = ({ head: { attribution, startsAt }, session: { phase } }: MeetingRecord) => ({ phase, attribution, startsAt })
  return {
    meeting: (id) => {
      const record = recordOf(id)
      return record === undefined ? null : facts(record)
    },
    action: (id, action) => {
      const record = recordOf(id)
      const found = record?.actions.find((one) => one.id === action && one.number !== null)
      return record === undefined || found === undefined ? null : { ...facts(record), lead: found.lead, partners: found.partners }
    },
    outcome: (id, outcome) => {
      const record = recordOf(id)
      return record?.outcomes.some((one) => one.id === outcome && !one.removed) === true ? facts(record) : null
    },
  }
}
