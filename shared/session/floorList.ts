import type { DelegationId, PersonId } from '../base/index.ts'
import type { FloorRequest, SessionState } from './state.ts'

type FloorNow = Pick<SessionState, 'floor' | 'current'>

/** Who waits for the floor under the current item, in the order of calling. */
export function waiting({ floor, current }: FloorNow): readonly FloorRequest[] {
  return floor.requests.every((request) => request.item === current)
    ? floor.requests
    : floor.requests.filter((request) => request.item === current)
}

/** Whether the current item's list takes requests from everybody. */
export function isListOpen({ floor, current }: FloorNow): boolean {
  return !floor.closedLists.includes(current ?? 'none')
}

/** Whether a request is this person's own, or their delegation's. */
export function isOwnRequest(
  { person, speaker }: FloorRequest,
  who: { readonly person: PersonId; readonly delegationId: DelegationId | null },
): boolean {
  return person === who.person || (speaker.delegation !== null && speaker.delegation === who.delegationId)
}

/** The request of this person or their delegation that is called first, with its place (1: next); null when there is none. */
export function ownRequest(
  session: FloorNow,
  who: { readonly person: PersonId; readonly delegationId: DelegationId | null },
): { readonly request: FloorRequest; readonly place: number } | null {
  const list = waiting(session)
  const index = list.findIndex((request) => isOwnRequest(request, who))
  const request = list[index]
  return request === undefined ? null : { request, place: index + 1 }
}
