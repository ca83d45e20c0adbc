/** Adds a compile-time mark so that ids of different things cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name }

export type GroupId = Brand<string, 'GroupId'>
export type MeetingId = Brand<string, 'MeetingId'>
/** The id of a live document: a record's is its meeting's id (DECIDED 10). */
export type DocumentId = Brand<string, 'DocumentId'>
/** A report to the formal meeting; also the id of its document. */
export type ReportId = Brand<string, 'ReportId'>
export type SentenceId = Brand<string, 'SentenceId'>
export type DelegationId = Brand<string, 'DelegationId'>
export type MemberId = Brand<string, 'MemberId'>
export type SeatId = Brand<string, 'SeatId'>
/** Whoever stands behind words: `a:<account id>` or `g:<guest id>`. */
export type PersonId = Brand<string, 'PersonId'>
export type ItemId = Brand<string, 'ItemId'>
export type OutcomeId = Brand<string, 'OutcomeId'>
export type ActionId = Brand<string, 'ActionId'>
export type TargetId = Brand<string, 'TargetId'>
export type QualifierId = Brand<string, 'QualifierId'>
export type CommandId = Brand<string, 'CommandId'>
/** Milliseconds since 1970 in UTC, from the server's clock. */
export type Millis = Brand<number, 'Millis'>

/** 128 bits as base64url: 22 letters, the last of which carries only two bits. */
const pattern = /^[A-Za-z0-9_-]{21}[AQgw]$/
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Whether the text is an id of ours: 128 bits in base64url. */
export function isId(text: string): boolean {
  return pattern.test(text)
}

/** Makes an id from 16 random bytes, which the caller supplies (this house has no randomness of its own). */
export function makeId<Id extends string>(random16: Uint8Array): Id {
  if (random16.length !== 16) throw new Error('An id is made from exactly 16 bytes')
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of random16) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += alphabet[(held >> bits) & 63]
    }
    held &= (1 << bits) - 1
  }
  text += alphabet[(held << (6 - bits)) & 63]
  // The shape was just made by construction, so the brand is earned here.
  return text as Id
}

/** The function that hands out new ids; built once where randomness lives. */
export type NewId = <Id extends string>() => Id
