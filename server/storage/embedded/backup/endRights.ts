import type { Millis } from '../../../../shared/base/index.ts'
import type { GroupFile, PeopleFile } from '../../port.ts'

/** How many ways in of a backup were not brought back. */
export interface EndedRights {
  readonly logins: number
  readonly tokens: number
  readonly links: number
  readonly seats: number
}

/** Nothing ended yet. */
export const nothingEnded: EndedRights = { logins: 0, tokens: 0, links: 0, seats: 0 }

/**
 * The people of a backup without what lets anybody in who is not asked anew: restoring data does not restore rights (RELIABILITY
 * 1.4, 11). Logins, personal tokens and one-time links may have been ended since for a reason. Passwords stay: without them
 * nobody could come in at all.
 */
export function withoutLogins(people: PeopleFile): { readonly people: PeopleFile; readonly ended: EndedRights } {
  const { cookieSecret: _made, ...rest } = people
  const ended = {
    ...nothingEnded,
    logins: people.auth.session?.length ?? 0,
    tokens: people.tokens.length,
    links: people.links.length,
  }
  return { people: { ...rest, auth: { ...people.auth, session: [], verification: [] }, tokens: [], links: [] }, ended }
}

/** A group of a backup whose seat links are all ended, and with them the places of whoever came in by one; the coordinator gives out new ones. */
export function withoutSeats(file: GroupFile, now: Millis): { readonly file: GroupFile; readonly ended: EndedRights } {
  const open = file.seats.filter((seat) => seat.revokedAt === null)
  const seats = file.seats.map((seat) => (seat.revokedAt === null ? { ...seat, revokedAt: now } : seat))
  const guests = file.guests.map((guest) => ({ ...guest, tokenHash: '' }))
  return { file: { ...file, seats, guests }, ended: { ...nothingEnded, seats: open.length } }
}

/** Both together. */
export function sumOf(one: EndedRights, other: EndedRights): EndedRights {
  return {
    logins: one.logins + other.logins,
    tokens: one.tokens + other.tokens,
    links: one.links + other.links,
    seats: one.seats + other.seats,
  }
}
