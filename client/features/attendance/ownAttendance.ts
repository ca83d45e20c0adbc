import type { ItemId } from '../../../shared/base/index.ts'
import type { AttendanceEntry } from '../../../shared/record/index.ts'
import type { MeHere } from '../../store/index.ts'

/** How one stands in the list oneself. */
export type OwnAttendance =
  | { readonly kind: 'none' }
  /** The delegation is here; oneself is not checked in. */
  | { readonly kind: 'delegation' }
  /** `item`: under which one arrived; null where that is not known of oneself, or none was open. */
  | { readonly kind: 'in'; readonly item: ItemId | null }
  | { readonly kind: 'left'; readonly item: ItemId | null }

/** Where one stands, from the list as it is. */
export function ownAttendance(
  attending: readonly AttendanceEntry[],
  me: Pick<MeHere, 'personId' | 'delegationId'>,
): OwnAttendance {
  const entry = attending.find(
    ({ party, delegates }) =>
      ('delegation' in party && party.delegation === me.delegationId) || delegates.some(({ person }) => person === me.personId),
  )
  if (entry === undefined) return { kind: 'none' }
  const own = entry.delegates.find(({ person }) => person === me.personId)
  const last = entry.movements.at(-1)
  const isHere = entry.state === 'present' && last?.kind !== 'left'
  if (own === undefined) return { kind: isHere ? 'delegation' : 'none' }
  if (!isHere) return entry.state === 'present' ? { kind: 'left', item: last?.item ?? null } : { kind: 'none' }
  if (own.hasLeft === true) return { kind: 'left', item: null }
  // The delegation's arrival is one's own as long as nobody else of it checked in.
  const isAlone = entry.delegates.every(({ person }) => person === null || person === me.personId)
  return { kind: 'in', item: isAlone && last?.kind === 'arrived' ? last.item : null }
}
