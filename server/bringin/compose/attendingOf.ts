import type { DelegationId } from '../../../shared/base/index.ts'
import type { BringInFind, FindOf } from '../../../shared/protocol/index.ts'
import { type AttendanceEntry, type Delegate, limits, type Party } from '../../../shared/record/index.ts'
import { sessionLimits } from '../../../shared/session/index.ts'

/** A delegation of the group, with the facts that a list of attendance keeps of it. */
export type KnownDelegation = Pick<AttendanceEntry, 'name' | 'code' | 'type' | 'partyStatus' | 'membership' | 'region'> & {
  readonly id: DelegationId
}

/** The delegation that the words name exactly, by its name or its code; else the words. */
export function partyOf(words: string, delegations: readonly KnownDelegation[]): Party {
  const known = delegationOf(words, delegations)
  return known === undefined ? { words: words.slice(0, limits.wordsLength) } : { delegation: known.id }
}

function delegationOf(words: string, delegations: readonly KnownDelegation[]): KnownDelegation | undefined {
  const plain = words.trim().toLowerCase()
  return delegations.find(({ name, code }) => name.toLowerCase() === plain || code?.toLowerCase() === plain)
}

/** The list of attendance: one entry for each body and state of coming, with its people; and for each person without one. */
export function attendingOf(taken: readonly BringInFind[], delegations: readonly KnownDelegation[]): readonly AttendanceEntry[] {
  const entries = new Map<string, { entry: Omit<AttendanceEntry, 'delegates'>; delegates: Delegate[] }>()
  for (const find of taken) {
    if (find.kind !== 'person') continue
    const { name, organisation, role } = find.value
    const words = organisation ?? name
    const known = delegationOf(words, delegations)
    const full = nameWith(words, entries, find)
    const key = known === undefined ? full : known.id
    const there = entries.get(key) ?? { entry: entryOf(full, known, find), delegates: [] }
    // A body of which somebody came was there, whoever else sent word.
    const state = there.entry.state === 'present' || find.value.state === 'present' ? 'present' : there.entry.state
    const isBody = known !== undefined && organisation === null
    const delegates = isBody ? there.delegates : [...there.delegates, ...delegateOf(find, name, role, organisation !== null)]
    entries.set(key, { entry: { ...there.entry, state }, delegates: delegates.slice(0, sessionLimits.delegates) })
  }
  return [...entries.values()].slice(0, sessionLimits.attending).map(({ entry, delegates }) => ({ ...entry, delegates }))
}

/** Who of a body sent word does not come to stand among those who came: they are an entry of their own. */
function nameWith(words: string, entries: ReadonlyMap<string, unknown>, find: FindOf<'person'>): string {
  const { state, name, organisation } = find.value
  if (state === 'present' || organisation === null) return words.slice(0, limits.wordsLength)
  const apart = `${name} (${organisation})`
  return (entries.has(words) ? apart : apart).slice(0, limits.wordsLength)
}

function entryOf(words: string, known: KnownDelegation | undefined, find: FindOf<'person'>): Omit<AttendanceEntry, 'delegates'> {
  const { state } = find.value
  if (known !== undefined) {
    const { id, ...facts } = known
    return { party: { delegation: id }, ...facts, state, movements: [] }
  }
  return {
    party: { words },
    name: words,
    code: null,
    type: 'other',
    partyStatus: null,
    membership: 'guest',
    region: null,
    state,
    movements: [],
  }
}

/** Somebody without a body is an entry of their own, and stands in it again only where there is an office to tell. */
function delegateOf(find: FindOf<'person'>, name: string, role: string | null, hasBody: boolean): readonly Delegate[] {
  if (!hasBody && role === null) return []
  return [
    {
      person: null,
      name: name.slice(0, 120),
      function: role === null ? null : role.slice(0, 120),
      ...(find.value.state === 'present' ? {} : {}),
    },
  ]
}
