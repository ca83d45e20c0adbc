import { generateKeyBetween } from 'fractional-indexing'
import { isId } from '../base/index.ts'
import { limits } from './limits.ts'
import type { Basis, Became, Due, Paper, Party, Purpose } from './types.ts'

type Test = (value: unknown) => boolean

/** The test that also lets null pass. */
export function orNull(test: Test): Test {
  return (value) => value === null || test(value)
}

/** Plain words of bounded length. */
export function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.length <= limits.wordsLength
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

export function isIdOrNull(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && isId(value))
}

/** A fractional key that the ordering library takes. */
export function isOrderKey(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > limits.orderLength || !/^[0-9A-Za-z]+$/.test(value)) return false
  try {
    // The library has no test of its own: making the next key is how it looks at one.
    generateKeyBetween(value, null)
    return true
  } catch {
    return false
  }
}

/** `{ delegation }` or `{ words }`, and nothing beside it. */
export function isParty(value: unknown): value is Party {
  if (!isPlainObject(value)) return false
  const keys = Object.keys(value)
  if (keys.length !== 1) return false
  if (keys[0] === 'delegation') return typeof value.delegation === 'string' && isId(value.delegation)
  return keys[0] === 'words' && isWords(value.words) && value.words !== ''
}

/** `{ date }`, whole or partial, or `{ event }`. */
export function isDue(value: unknown): value is Due {
  if (!isPlainObject(value)) return false
  const keys = Object.keys(value)
  if (keys.length !== 1) return false
  if (keys[0] === 'date') return typeof value.date === 'string' && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value.date)
  return keys[0] === 'event' && isWords(value.event) && value.event !== ''
}

const purposes: readonly unknown[] = ['inform', 'discuss', 'agree', 'report'] satisfies Purpose[]
const bases: readonly unknown[] = ['agreed', 'requested', 'volunteered', 'implied'] satisfies Basis[]

export function isPurpose(value: unknown): value is Purpose {
  return purposes.includes(value)
}

export function isBasis(value: unknown): value is Basis {
  return bases.includes(value)
}

export function isMinutes(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limits.minutes
}

export function isFigure(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
}

export function isPapers(value: unknown): value is readonly Paper[] {
  return Array.isArray(value) && value.length <= limits.papers && value.every(isPaper)
}

export function isPaper(value: unknown): value is Paper {
  return (
    isPlainObject(value) &&
    Object.keys(value).length === 2 &&
    typeof value.title === 'string' &&
    value.title.length <= limits.paperTitleLength &&
    isAddress(value.url, ['http:', 'https:'])
  )
}

/** An address a link may lead to: http, https or mailto, nothing that runs. */
export function isLinkAddress(value: unknown): value is string {
  return isAddress(value, ['http:', 'https:', 'mailto:'])
}

function isAddress(value: unknown, schemes: readonly string[]): value is string {
  if (typeof value !== 'string' || value.length > limits.urlLength) return false
  // Asked of the text itself and not of a parser: browsers skip blanks and control characters inside a scheme.
  const scheme = /^([a-z]+:)[^\s\p{Cc}]*$/iu.exec(value)?.[1]
  return scheme !== undefined && schemes.includes(scheme.toLowerCase())
}

/** The mark that says where a note line went: `outcome:<id>` or `action:<id>`. One string, because the editor compares attributes by identity. */
export function isBecameMark(value: unknown): boolean {
  return value === null || parseBecame(value) !== null
}

/** Reads the mark of a note line; null when it is none. */
export function parseBecame(value: unknown): Became | null {
  if (typeof value !== 'string') return null
  const [part, id, ...rest] = value.split(':')
  if ((part !== 'outcome' && part !== 'action') || id === undefined || rest.length > 0 || !isId(id)) return null
  return { part, id }
}

/** Writes the mark of a note line. */
export function formatBecame(became: Became): string {
  return `${became.part}:${became.id}`
}

/** A partner as a key of the partners' map: `delegation:<id>` or `words:<text>`. */
export function partnerKey(party: Party): string {
  return 'delegation' in party ? `delegation:${party.delegation}` : `words:${party.words}`
}

/** Reads a partner's key; null when it is none. */
export function parsePartnerKey(key: string): Party | null {
  const colon = key.indexOf(':')
  if (colon < 0) return null
  const party = { [key.slice(0, colon)]: key.slice(colon + 1) }
  return isParty(party) ? party : null
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
