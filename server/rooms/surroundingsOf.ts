import type { DelegationId, Millis } from '../../shared/base/index.ts'
import { type MeetingRecord, type NameOf, type OutcomeView, plainText } from '../../shared/record/index.ts'
import type { Actor, DelegationFacts, Surroundings } from '../../shared/session/index.ts'
import type { Delegation } from '../storage/index.ts'
import type { Standing } from './face.ts'
import { type Kept, partIn } from './Kept.ts'
import type { KnownCaller } from './Member.ts'

/** Gives the surroundings of one command out of a record that is read once for many, and not before it is asked. */
export type Surround = (standing: Standing, now: Millis, kept: Kept) => Surroundings

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

/** What commands are decided by, out of the settled record and the group's delegations. `read` must give the same record while a turn lasts. */
export function surroundingsOf(read: () => MeetingRecord): Surround {
  const items = once(() => read().items.filter((item) => item.number !== null))
  const agenda = once(() => items().map(({ id, parent, minutes }) => ({ id, parent, minutes })))
  const itemIds = once(() => new Set(items().map((item) => item.id)))
  return ({ delegations }, now, kept) => ({
    now,
    get items() {
      return agenda()
    },
    outcome: (id) => {
      const found = read().outcomes.find((one) => one.id === id && !one.removed && itemIds().has(one.item))
      return found === undefined ? null : { item: found.item, text: wordsOf(found) }
    },
    action: (id) => read().actions.find((one) => one.id === id && !one.removed && itemIds().has(one.item)) ?? null,
    delegation: (id) => delegationFacts(delegations, id),
    comment: (id) => kept.comments.get(id) ?? null,
    part: (key) => partIn(kept, key),
  })
}

/** How parties are printed: delegations as the group knows them now. */
export function nameIn(delegations: readonly Delegation[]): NameOf {
  return (party) => {
    if ('words' in party) return { name: party.words, code: null }
    const found = delegations.find((one) => one.id === party.delegation)
    return { name: found?.name ?? '', code: found?.code ?? null }
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
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
