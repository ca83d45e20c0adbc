import { type CommandId, type GroupId, ok, type Result, refuse } from '../../../shared/base/index.ts'
import type { LedgerEntry } from '../../../shared/register/index.ts'
import type { AppliedCommand, Committed, LedgerChange, Ledgers, StoredLedger } from '../port.ts'
import type { Write } from './KeyValue.ts'
import { isName, keys, ranges } from './keys.ts'
import { Damaged } from './readDocument.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { sealJson, unsealJson } from './seal.ts'
import type { Turns } from './Turns.ts'

/** Ledgers of groups in the log: numbered entries that are added to by compare-and-set and never changed. */
export class EmbeddedLedgers implements Ledgers {
  readonly #log: SyncedLog
  readonly #turns: Turns

  constructor(log: SyncedLog, turns: Turns) {
    this.#log = log
    this.#turns = turns
  }

  async read(groupId: GroupId, after = 0): Promise<StoredLedger> {
    if (!isName(groupId)) return { seq: 0, entries: [] }
    // In its turn: the head and the entries are of one batch then.
    return this.#turns.take(ledgerOf(groupId), async () => {
      const seq = await this.#seq(groupId)
      const entries: LedgerEntry[] = []
      if (after >= seq) return { seq, entries }
      for await (const [key, sealed] of this.#log.entries(ranges.ledgerEntries(groupId, after))) {
        entries.push(whole(groupId, () => unsealJson<LedgerEntry>(key, sealed)))
      }
      const isWhole = entries.length === seq - after && entries.every((entry, index) => entry.seq === after + index + 1)
      if (!isWhole) throw new Damaged(`register of group ${groupId}`, 'entries are missing')
      return { seq, entries }
    })
  }

  append(groupId: GroupId, { from, entries, commands }: LedgerChange): Promise<Result<Committed>> {
    if (!isName(groupId) || !commands.every(({ id }) => isName(id)))
      throw new Error('A group or command id has a letter that no id has')
    if (!entries.every((entry, index) => entry.seq === from + index + 1))
      throw new Error('Entries follow on the number they build on')
    return this.#turns.take(ledgerOf(groupId), async () => {
      const present = await this.#seq(groupId)
      const repeated = await this.#repeated(groupId, commands)
      if (repeated.length > 0) return ok({ seq: present, repeated })
      if (present !== from) return refuse('stale', 'The register has changed since.')
      const seq = from + entries.length
      await this.#log.write([
        write(keys.ledgerHead(groupId), seq),
        ...entries.map((entry) => write(keys.ledgerEntry(groupId, entry.seq), entry)),
        ...commands.map((command) => write(keys.ledgerCommand(groupId, command.id), command.seq)),
      ])
      return ok({ seq, repeated: [] })
    })
  }

  async appliedCommand(groupId: GroupId, commandId: CommandId): Promise<number | null> {
    if (!isName(groupId) || !isName(commandId)) return null
    const key = keys.ledgerCommand(groupId, commandId)
    const sealed = await this.#log.get(key)
    return sealed === undefined ? null : whole(groupId, () => unsealJson<number>(key, sealed))
  }

  async #seq(groupId: GroupId): Promise<number> {
    const key = keys.ledgerHead(groupId)
    const sealed = await this.#log.get(key)
    if (sealed !== undefined) return whole(groupId, () => unsealJson<number>(key, sealed))
    // A lost head is not an empty ledger: what is added to that would overwrite what is there.
    for await (const _ of this.#log.entries(ranges.ledgerEntries(groupId, 0))) {
      throw new Damaged(`register of group ${groupId}`, 'its head is missing')
    }
    return 0
  }

  async #repeated(groupId: GroupId, commands: readonly AppliedCommand[]): Promise<AppliedCommand[]> {
    const seen = await Promise.all(
      commands.map(async ({ id }) => {
        const seq = await this.appliedCommand(groupId, id)
        return seq === null ? [] : [{ id, seq }]
      }),
    )
    return seen.flat()
  }
}

function ledgerOf(groupId: GroupId): string {
  return `ledger ${groupId}`
}

function write(key: string, value: unknown): Write {
  return { type: 'put', key, value: sealJson(key, value) }
}

function whole<T>(groupId: GroupId, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Damaged(`register of group ${groupId}`, 'its stored bytes do not fit their checksum', error)
  }
}
