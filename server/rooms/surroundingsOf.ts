import type { DelegationId, Millis } from '../../shared/base/index.ts'
import { type MeetingRecord, type OutcomeView, plainText } from '../../shared/record/index.ts'
import type { Actor, DelegationFacts, Surroundings } from '../../shared/session/index.ts'
import type { Delegation } from '../storage/index.ts'
import type { Standing } from './face.ts'
import type { KnownCaller } from './Member.ts'

/** Who commands, as the session's rules want to know them. */
export function actorOf(caller: KnownCaller, { role, delegation, group }: Standing): Actor {
  return {
    role,
    name: caller.name,
    function: caller.kind === 'guest' ? caller.function : null,
    person: caller.person,
    delegation: delegation === null ? null : factsOf(delegation),
    rules: group.rules,
  }
}

/** What a command is decided by, out of the settled record and the group's delegations. */
export function surroundingsOf(record: MeetingRecord, { delegations }: Standing, now: Millis): Surroundings {
  const items = record.items.filter((item) => item.number !== null)
  const itemIds = new Set(items.map((item) => item.id))
  return {
    now,
    items: items.map(({ id, parent, minutes }) => ({ id, parent, minutes })),
    outcome: (id) => {
      const found = record.outcomes.find((one) => one.id === id && !one.removed && itemIds.has(one.item))
      return found === undefined ? null : { item: found.item, text: wordsOf(found) }
    },
    action: (id) => record.actions.find((one) => one.id === id && !one.removed && itemIds.has(one.item)) ?? null,
    delegation: (id) => delegationFacts(delegations, id),
  }
}

function wordsOf({ kind, text, qualifiers }: OutcomeView): string {
  return [kind, plainText(text), ...qualifiers.flatMap((one) => [one.kind, plainText(one.text)])].join(' ').trim()
}

function delegationFacts(delegations: readonly Delegation[], id: DelegationId): DelegationFacts | null {
  const found = delegations.find((one) => one.id === id)
  return found === undefined ? null : factsOf(found)
}

function factsOf({ id, name, code, type, partyStatus, membership, region = null }: Delegation): DelegationFacts {
  return { id, name, code, type, partyStatus, membership, region }
}
