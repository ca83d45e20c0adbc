import type { LedgerEntry } from '../../../shared/register/index.ts'
import { partsOf } from './keys.ts'
import { unsealJson } from './seal.ts'

/** What `verify` saw of one group's ledger. */
interface SeenLedger {
  /** Number that its head names. */
  seq: number
  /** Highest number of an entry, and how many there are. */
  last: number
  entries: number
  /** Highest number that a command led to. */
  applied: number
}

/** Ledgers by group. */
export interface SeenLedgers {
  readonly ledgers: Map<string, SeenLedger>
}

/** Reads one row of a ledger; throws when its bytes do not fit. */
export function noteLedgerRow(key: string, sealed: Uint8Array, { ledgers }: SeenLedgers): void {
  const { owner, part, rest } = partsOf(key)
  const seen = ledgers.get(owner) ?? { seq: 0, last: 0, entries: 0, applied: 0 }
  ledgers.set(owner, seen)
  if (part === 'head') seen.seq = unsealJson<number>(key, sealed)
  else if (part === 'c') seen.applied = Math.max(seen.applied, unsealJson<number>(key, sealed))
  else {
    const { seq } = unsealJson<LedgerEntry>(key, sealed)
    if (seq !== Number.parseInt(rest, 16)) throw new Error('an entry stands under another number than its own')
    seen.last = Math.max(seen.last, seq)
    seen.entries += 1
  }
}

/** What is wrong with the ledgers: entries that are missing or that nobody counted, commands that led to nothing, a group that is not there. */
export function verifyLedgers({ ledgers }: SeenLedgers, groups: ReadonlySet<string>): readonly { what: string; why: string }[] {
  return [...ledgers].flatMap(([owner, { seq, last, entries, applied }]) => {
    const what = `register of group ${owner}`
    const found = [
      entries < Math.max(seq, last) ? 'entries are missing' : null,
      last > seq ? 'there are entries that its head does not count' : null,
      applied > seq ? 'a command led to an entry that is not there' : null,
      groups.has(owner) ? null : 'its group is missing',
    ]
    return found.flatMap((why) => (why === null ? [] : [{ what, why }]))
  })
}
