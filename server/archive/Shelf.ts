import { join } from 'node:path'
import type { GroupId, MeetingId } from '../../shared/base/index.ts'
import { type DerivedStore, openDerived } from '../storage/index.ts'
import type { ArchiveLine, WholeRecord } from './Digest.ts'

/** A digest as it lies on disk. */
interface StoredDigest {
  readonly stamp: string
  readonly whole: WholeRecord
}

/** Letters of JSON that may stay parsed in memory. */
const mostLetters = 48_000_000

const digestKey = (groupId: GroupId, meetingId: MeetingId) => `r/${groupId}/${meetingId}`
const lineKey = (groupId: GroupId, meetingId: MeetingId) => `l/${groupId}/${meetingId}`

/** Digests on disk, the latest read of them in memory. */
export class Shelf {
  private readonly read = new Map<MeetingId, { readonly stamp: string; readonly whole: WholeRecord; readonly letters: number }>()
  private letters = 0

  private constructor(private readonly store: DerivedStore) {}

  /** Opens what lies in the folder; what belongs to another epoch is another past and is thrown away (DECIDED 11). */
  static async open(folder: string, epoch: string): Promise<Shelf> {
    const store = await openDerived(join(folder, 'digests'))
    const shelf = new Shelf(store)
    if ((await store.get('epoch')) !== epoch) {
      await shelf.clear()
      await store.write([['epoch', epoch]])
    }
    return shelf
  }

  /** Where no folder can be had: keeps what was read last and nothing else. */
  static inMemory(): Shelf {
    return new Shelf({ get: async () => undefined, async *entries() {}, write: async () => {}, close: async () => {} })
  }

  /** The lines of a group as they were last written. */
  async lines(groupId: GroupId): Promise<ReadonlyMap<MeetingId, ArchiveLine>> {
    const lines = new Map<MeetingId, ArchiveLine>()
    for await (const [, value] of this.store.entries(`l/${groupId}/`)) {
      const line = value as ArchiveLine // written below, and its checksum was right
      lines.set(line.meetingId, line)
    }
    return lines
  }

  /** The digest of this state; null when there is none. */
  async get(groupId: GroupId, meetingId: MeetingId, stamp: string): Promise<WholeRecord | null> {
    const known = this.read.get(meetingId)
    if (known?.stamp === stamp) {
      this.remember(meetingId, known)
      return known.whole
    }
    const stored = (await this.store.get(digestKey(groupId, meetingId))) as StoredDigest | undefined // as above
    if (stored?.stamp !== stamp) return null
    this.remember(meetingId, { stamp, whole: stored.whole, letters: lettersOf(stored.whole) })
    return stored.whole
  }

  async put(line: ArchiveLine, whole: WholeRecord): Promise<void> {
    const { groupId, meetingId, stamp } = line
    const digest: StoredDigest = { stamp, whole }
    this.remember(meetingId, { stamp, whole, letters: lettersOf(whole) })
    await this.store.write([
      [digestKey(groupId, meetingId), digest],
      [lineKey(groupId, meetingId), line],
    ])
  }

  async clear(): Promise<void> {
    this.read.clear()
    this.letters = 0
    for (const prefix of ['r/', 'l/']) {
      const gone: (readonly [string, undefined])[] = []
      for await (const [key] of this.store.entries(prefix)) gone.push([key, undefined])
      await this.store.write(gone)
    }
  }

  close(): Promise<void> {
    return this.store.close()
  }

  /** Puts it at the end of the line and lets go of what was read longest ago. */
  private remember(meetingId: MeetingId, entry: { stamp: string; whole: WholeRecord; letters: number }): void {
    this.letters += entry.letters - (this.read.get(meetingId)?.letters ?? 0)
    this.read.delete(meetingId)
    this.read.set(meetingId, entry)
    for (const [oldest, { letters }] of this.read) {
      if (this.letters <= mostLetters) break
      this.read.delete(oldest)
      this.letters -= letters
    }
  }
}

/** About how much room a record takes, without writing it out. */
function lettersOf({ record }: WholeRecord): number {
  const { items, outcomes, actions, targets } = record
  const notes = items.reduce((sum, item) => sum + item.notes.length, 0)
  return 4_000 + 700 * (items.length + notes + outcomes.length + actions.length + targets.length)
}
