import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Found, IndexedMeeting, Search, SearchAsk } from './face.ts'
import { Half } from './Half.ts'
import { type Searched, searchSegments } from './segment/searchSegments.ts'
import { verifyFolder } from './segment/verifyFolder.ts'
import { seqOf } from './stamp.ts'

/** A group's two halves. */
interface Halves {
  readonly open: Half
  readonly closed: Half
  /** Not before it is known which states are the present ones. */
  isReconciled: boolean
}

/** The search index of a data folder, in whatever thread it is made. Files lie under `<folder>/<group>/<open|closed>/`. */
export class SearchIndex implements Search {
  private readonly groups = new Map<string, Promise<Halves>>()
  /** Meetings of which observers may see nothing until they are put with this session number. */
  private readonly hidden = new Map<string, number>()

  constructor(
    private readonly folder: string,
    private readonly onDamage: (file: string) => void = () => {},
    /** The index could not be written; it goes on in memory. */
    private readonly onFault: (error: unknown) => void = () => {},
  ) {}

  async search(ask: SearchAsk): Promise<Found> {
    const groups = await Promise.all(ask.scopes.map(({ groupId }) => this.group(groupId)))
    // From here on without a pause: files may be replaced in one, and the working space of the segments is shared.
    const segments: Searched[] = []
    for (const [index, { withClosed, onlyMeeting }] of ask.scopes.entries()) {
      const group = groups[index]
      if (group === undefined) continue
      const open = group.open.searched(onlyMeeting)
      segments.push(...(withClosed ? open : open.map((one) => this.lessHidden(one))))
      if (withClosed) segments.push(...group.closed.searched(onlyMeeting))
    }
    return searchSegments(segments, ask)
  }

  async put(meetings: readonly IndexedMeeting[]): Promise<void> {
    for (const { groupId, facts, open, closed } of meetings) {
      const group = await this.group(groupId)
      group.open.put({ facts, passages: open })
      group.closed.put({ facts, passages: closed })
      if (seqOf(facts.stamp) >= (this.hidden.get(facts.meetingId) ?? 0)) this.hidden.delete(facts.meetingId)
      for (const half of [group.open, group.closed]) if (half.isFull) await half.flush().catch(this.onFault)
    }
  }

  hide(meetingId: string, seq: number): void {
    this.hidden.set(meetingId, Math.max(seq, this.hidden.get(meetingId) ?? 0))
  }

  async reconcile(groupId: string, stamps: readonly (readonly [meetingId: string, stamp: string])[]): Promise<readonly string[]> {
    const group = await this.group(groupId)
    const present = new Map(stamps)
    group.open.reconcile(present)
    group.closed.reconcile(present)
    group.isReconciled = true
    const lacking = stamps.filter(([meetingId, stamp]) => {
      const facts = group.open.facts(meetingId)
      return facts === null || (facts.hasClosed && group.closed.facts(meetingId)?.stamp !== stamp)
    })
    // A half without the other is not shown: it might lack what was opened meanwhile.
    for (const [meetingId] of lacking) for (const half of [group.open, group.closed]) half.remove(meetingId)
    return lacking.map(([meetingId]) => meetingId)
  }

  async flush(): Promise<void> {
    for (const group of [...this.groups.values()]) {
      const { open, closed, isReconciled } = await group
      // What is not known to be out of date would be thrown away with the rest.
      if (!isReconciled) continue
      await open.flush()
      await closed.flush()
    }
  }

  async clear(): Promise<void> {
    await this.close()
    this.hidden.clear()
    await rm(this.folder, { recursive: true, force: true })
  }

  async compare(meetings: readonly IndexedMeeting[]): Promise<readonly string[]> {
    const others: string[] = []
    for (const { groupId, facts, open, closed } of meetings) {
      const group = await this.group(groupId)
      const isSame = group.open.holds({ facts, passages: open }) && group.closed.holds({ facts, passages: closed })
      if (!isSame) others.push(facts.meetingId)
    }
    return others
  }

  async verify(): Promise<{ meetings: number; passages: number; damaged: readonly string[] }> {
    await this.flush()
    const damaged: string[] = []
    let meetings = 0
    let passages = 0
    for (const groupId of await readdir(this.folder).catch(() => [])) {
      for (const half of ['open', 'closed'] as const) {
        const found = await verifyFolder(join(this.folder, groupId, half))
        damaged.push(...found.damaged)
        passages += found.passages
        if (half === 'open') meetings += found.meetings
      }
    }
    return { meetings, passages, damaged }
  }

  async close(): Promise<void> {
    const groups = [...this.groups.values()]
    this.groups.clear()
    for (const group of groups) {
      const { open, closed } = await group
      await open.close()
      await closed.close()
    }
  }

  private lessHidden(one: Searched): Searched {
    if (this.hidden.size === 0) return one
    const dead = new Set(one.dead)
    for (const [meeting, { meetingId }] of one.prepared.segment.meetings.entries())
      if (this.hidden.has(meetingId)) dead.add(meeting)
    return { ...one, dead }
  }

  private group(groupId: string): Promise<Halves> {
    const known = this.groups.get(groupId)
    if (known !== undefined) return known
    const opening = this.open(groupId)
    this.groups.set(groupId, opening)
    return opening
  }

  private async open(groupId: string): Promise<Halves> {
    const half = (name: string) => new Half(groupId, { folder: join(this.folder, groupId, name), pause })
    const halves = { open: half('open'), closed: half('closed'), isReconciled: false }
    for (const one of [halves.open, halves.closed]) for (const file of await one.open()) this.onDamage(file)
    return halves
  }
}

/** Lets messages in between two steps. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
