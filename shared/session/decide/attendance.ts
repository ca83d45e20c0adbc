import type { Result } from '../../base/index.ts'
import { ok } from '../../base/index.ts'
import type { AttendanceEntry, AttendanceLine, Movement, Party } from '../../record/index.ts'
import type { CommandOf } from '../commands.ts'
import { isSameParty } from '../isSameParty.ts'
import { sessionLimits } from '../limits.ts'
import { no } from '../reasons.ts'
import { isInAgenda, unknownItem } from './items.ts'
import { alreadySo, type Decided, type Scene, yes } from './scene.ts'

/** Writes down or corrects a delegation, with its facts as they stand now. */
export function setAttendance(scene: Scene, { party, state, delegates }: CommandOf<'attendance.set'>): Decided {
  if (delegates !== undefined && delegates.length > 0 && scene.state.head.attribution !== 'named') {
    return no('noNames', 'This meeting keeps no names of delegates.')
  }
  const found = findEntry(scene, party)
  const facts = entryFor(scene, party)
  if (!facts.ok) return facts
  const entry: AttendanceEntry = {
    ...facts.value,
    state,
    movements: found?.movements ?? [],
    delegates:
      delegates === undefined
        ? (found?.delegates ?? [])
        : [
            ...(found?.delegates ?? []).filter((one) => one.person !== null),
            ...delegates.map((one) => ({ person: null, name: one.name, function: one.function })),
          ],
  }
  return record(scene, entry)
}

/** Arrived or left under an item. The same again sets right under which. */
export function moveAttendance(scene: Scene, { party, movement, item }: CommandOf<'attendance.move'>): Decided {
  if (item !== null && !isInAgenda(scene, item)) return unknownItem()
  const found = findEntry(scene, party)
  const facts = found === undefined ? entryFor(scene, party) : ok(found)
  if (!facts.ok) return facts
  const earlier = facts.value.movements
  const last = earlier.at(-1)
  const isSameKind = last?.kind === movement
  if (isSameKind && last.item === item && facts.value.state === 'present') return alreadySo()
  const next: Movement = { kind: movement, item, at: isSameKind ? last.at : scene.around.now }
  const delegates =
    movement === 'arrived'
      ? facts.value.delegates
      : facts.value.delegates.map((one) => (one.person === null || one.hasLeft ? one : { ...one, hasLeft: true as const }))
  const movements = [...(isSameKind ? earlier.slice(0, -1) : earlier), next]
  return record(scene, { ...facts.value, state: 'present', movements, delegates })
}

/** Takes an entry out of the list. */
export function removeAttendance(scene: Scene, { party }: CommandOf<'attendance.remove'>): Decided {
  if (findEntry(scene, party) === undefined) return no('notListed', 'This delegation is not in the list of attendance.')
  return yes({ kind: 'attendance.removed', party })
}

/** Replaces the stated counts. */
export function stateAttendance({ around }: Scene, { lines }: CommandOf<'attendance.state'>): Decided {
  const isKnown = ({ party }: AttendanceLine): boolean =>
    party === null || !('delegation' in party) || around.delegation(party.delegation) !== null
  return lines.every(isKnown)
    ? yes({ kind: 'attendance.stated', lines })
    : no('unknownDelegation', 'There is no such delegation.')
}

/** The entry of this party, if it has one. */
export function findEntry({ state }: Scene, party: Party): AttendanceEntry | undefined {
  return state.attending.find((entry) => isSameParty(entry.party, party))
}

/** An entry with the facts of the party as they stand now, and nothing of who came yet. */
export function entryFor({ around }: Scene, party: Party): Result<AttendanceEntry> {
  const empty = { party, state: 'present', delegates: [], movements: [] } as const
  if ('words' in party) {
    const facts = { name: party.words, code: null, type: 'other', partyStatus: null, membership: 'guest', region: null } as const
    return ok({ ...empty, ...facts })
  }
  const facts = around.delegation(party.delegation)
  if (facts === null) return no('unknownDelegation', 'There is no such delegation.')
  const { name, code, type, partyStatus, membership, region } = facts
  return ok({ ...empty, name, code, type, partyStatus, membership, region })
}

/** The yes to an entry, as long as the list and the entry stay within bounds. */
export function record(scene: Scene, entry: AttendanceEntry): Decided {
  const isNew = findEntry(scene, entry.party) === undefined
  const isFull =
    (isNew && scene.state.attending.length >= sessionLimits.attending) ||
    entry.delegates.length > sessionLimits.delegates ||
    entry.movements.length > sessionLimits.movements
  return isFull ? no('limitReached', 'The list of attendance is full.') : yes({ kind: 'attendance.recorded', entry })
}
