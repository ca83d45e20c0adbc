import type { DelegationId } from '../../../shared/base/index.ts'
import type { MeetingRecord, NameOf, Party, SpeakerName } from '../../../shared/record/index.ts'

/** A delegation as far as finding it again goes. */
export interface KnownParty {
  readonly id: DelegationId
  readonly name: string
  readonly code: string | null
}

/** A record whose parties are those of another group. */
export interface Matched {
  readonly record: MeetingRecord
  /** Names of delegations that the group has. */
  readonly matched: readonly string[]
  /** Names of those that it does not have: words from now on. */
  readonly asWords: readonly string[]
}

/**
 * The record with each delegation as the group knows it: the same name under the same nameplate is the same delegation. Nothing is guessed:
 * whoever is not found so is kept as words. Persons of elsewhere are nobody here.
 */
export function matchParties(record: MeetingRecord, nameOf: NameOf, delegations: readonly KnownParty[]): Matched {
  const found = new Map<string, Party>()
  const [matched, asWords] = [new Set<string>(), new Set<string>()]
  const here = (party: Party): Party => {
    if ('words' in party) return party
    const known = found.get(party.delegation)
    if (known !== undefined) return known
    const { name, code } = nameOf(party)
    const same = delegations.find((one) => one.name === name && one.code === code)
    const made: Party = same === undefined ? { words: name === '' ? unnamed : name } : { delegation: same.id }
    found.set(party.delegation, made)
    ;(same === undefined ? asWords : matched).add(name === '' ? unnamed : name)
    return made
  }
  return { record: withParties(record, here), matched: [...matched], asWords: [...asWords] }
}

/** What stands for a delegation that the copy names by its id alone. */
const unnamed = '?'

type Here = (party: Party) => Party

function withParties(record: MeetingRecord, here: Here): MeetingRecord {
  const orNull = (party: Party | null) => (party === null ? null : here(party))
  const { session } = record
  const speaker = (one: SpeakerName | null) => (one === null ? null : { ...one, delegation: idOf(one.delegation, here) })
  return {
    ...record,
    items: record.items.map((item) => ({ ...item, lead: orNull(item.lead) })),
    outcomes: record.outcomes.map((outcome) => ({ ...outcome, actor: orNull(outcome.actor) })),
    actions: record.actions.map((action) => ({ ...action, lead: orNull(action.lead), partners: action.partners.map(here) })),
    session: {
      ...session,
      attendance: session.attendance.map((line) => ({ ...line, party: orNull(line.party) })),
      attending: session.attending.map((entry) => ({
        ...entry,
        party: here(entry.party),
        delegates: entry.delegates.map((one) => ({ person: null, name: one.name, function: one.function })),
      })),
      interventions: session.interventions.map((turn) => ({ ...turn, speaker: speaker(turn.speaker) })),
      reviewing:
        session.reviewing === null
          ? null
          : { ...session.reviewing, actions: session.reviewing.actions.map((one) => ({ ...one, lead: orNull(one.lead) })) },
    },
  }
}

function idOf(delegation: DelegationId | null, here: Here): DelegationId | null {
  const party = delegation === null ? null : here({ delegation })
  return party !== null && 'delegation' in party ? party.delegation : null
}
