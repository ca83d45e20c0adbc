import type { DocumentId, GroupId, MeetingId } from '../../shared/base/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Clock, Log, ReportFault } from '../base/index.ts'
import type { Storage } from '../storage/index.ts'
import { compareGroup, documentOf, type Shelved } from './compareGroup.ts'
import type { ArchiveLine, ReadWhole, WholeRecord } from './Digest.ts'
import type { Found, Search, SearchAsk } from './face.ts'
import { InTurn } from './InTurn.ts'
import { lineOf } from './lineOf.ts'
import { passagesOf } from './passagesOf.ts'
import { Shelf } from './Shelf.ts'
import { stampOf } from './stamp.ts'
import type { StorageListener } from './watchStorage.ts'

export interface ArchiveParts {
  readonly storage: Storage
  readonly readWhole: ReadWhole
  readonly search: Search
  readonly clock: Pick<Clock, 'after' | 'every' | 'monotonicMs'>
  readonly log: Log
  readonly reportFault: ReportFault
}

/** What a search found, and how many records it could not look into yet. */
export interface Searching extends Found {
  readonly pending: number
}

/** What was counted and found when the index was looked through. */
export interface Verified extends Awaited<ReturnType<Search['verify']>> {
  /** Records of which digest or index say something else than what is stored. */
  readonly others: readonly MeetingId[]
}

/** A change is found so soon after it was saved, unless many meetings are written in at once. */
const soonMs = 1_000
/** Keeping the archive in step takes at most one part in so many of the time. */
const share = 20
const flushMs = 60_000
const mostAsked = 100
/** The first to search a group waits for so many records that are not in the index yet. */
const fewRecords = 50
/** Groups that are opened side by side at the start. */
const groupsAtOnce = 4

/**
 * Digests and index of all records, in step with what is stored. All of it is derived: what is missing, late or damaged is made
 * again, and readers who come earlier read the record itself.
 */
export class Archive implements StorageListener {
  private readonly groups = new Map<GroupId, Promise<Shelved>>()
  /** Changed since they were last read, with the number of the change. */
  private readonly dirty = new Map<MeetingId, number>()
  /** What is closed in meetings that have changed: `hide` follows it. */
  private readonly closings = new Map<MeetingId, string>()
  private readonly inTurn = new InTurn<MeetingId>()
  private shelf: Promise<Shelf> | null = null
  private changes = 0
  private stopTimer: (() => void) | null = null
  private stopFlush: (() => void) | null = null
  private restMs = soonMs
  private working: Promise<void> = Promise.resolve()
  private isClosed = false
  private asked = 0

  constructor(private readonly parts: ArchiveParts) {}

  document(documentId: DocumentId): void {
    // A record's document bears its meeting's id (DECIDED 10); those of other kinds are no meetings and are passed over.
    this.note(documentId as string as MeetingId, soonMs)
  }

  session(meetingId: MeetingId, { seq, closed, closedItems }: SessionState): void {
    const closing = JSON.stringify([closed, closedItems])
    const before = this.closings.get(meetingId) ?? nothingClosed
    if (closing !== nothingClosed || before !== nothingClosed) this.closings.set(meetingId, closing)
    const isSame = closing === before
    // What has just been closed must not be found for another second.
    if (!isSame) this.parts.search.hide(meetingId, seq)
    this.note(meetingId, isSame ? soonMs : 0)
  }

  /** Reads through all groups once, so that the first to ask need not wait. */
  start(): void {
    this.stopFlush = this.parts.clock.every(flushMs, () => this.work(() => this.parts.search.flush()))
    this.work(async () => {
      const groups = [...(await this.parts.storage.directory.groups())]
      const openSome = async () => {
        for (let next = groups.pop(); next !== undefined && !this.isClosed; next = groups.pop()) await this.group(next)
      }
      await Promise.all(Array.from({ length: groupsAtOnce }, openSome))
    })
  }

  /** The lines of a group, newest first, as they are settled now. */
  async lines(groupId: GroupId): Promise<readonly ArchiveLine[]> {
    const { lines } = await this.settled(groupId, null)
    return [...lines.values()].sort(newestFirst)
  }

  /** The records of a group (or one of them), newest first, as they are settled now and as those inside read them. */
  async records(groupId: GroupId, only: MeetingId | null): Promise<readonly WholeRecord[]> {
    const { lines } = await this.settled(groupId, only)
    const records: WholeRecord[] = []
    for (const line of [...lines.values()].sort(newestFirst)) {
      if (only !== null && line.meetingId !== only) continue
      const record = (await this.stored(line)) ?? (await this.update(line.groupId, line.meetingId))
      if (record !== null) records.push(record)
    }
    return records
  }

  /** Searches what lies in the scopes of the question. Groups that were not looked at yet are, first. */
  async search(ask: SearchAsk): Promise<Searching> {
    let pending = 0
    for (const { groupId, onlyMeeting } of ask.scopes) {
      // Scopes are made of groups and meetings that exist.
      const group = await this.group(groupId as GroupId)
      // A few are waited for; an archive that is being made for the first time is searched as far as it is.
      if (group.pending.size <= fewRecords) await this.fill(groupId as GroupId, group)
      pending += onlyMeeting === null ? group.pending.size : group.pending.has(onlyMeeting as MeetingId) ? 1 : 0
    }
    this.asked += 1
    try {
      return { ...(await this.parts.search.search(ask)), pending }
    } finally {
      this.asked -= 1
    }
  }

  /** More searches wait than would be answered while anybody still looks for them. */
  get isBusy(): boolean {
    return this.asked >= mostAsked
  }

  /** Makes everything again. */
  async rebuild(): Promise<{ readonly records: number }> {
    await (await this.opened()).clear()
    await this.parts.search.clear()
    this.groups.clear()
    let records = 0
    for (const groupId of await this.parts.storage.directory.groups()) {
      const { lines } = await this.open(groupId, { inBackground: false })
      records += lines.size
    }
    await this.parts.search.flush()
    return { records }
  }

  /** Reads the whole index, names what is damaged in it, and which records it holds otherwise than they are stored. */
  async verify(): Promise<Verified> {
    const found = await this.parts.search.verify()
    const others: MeetingId[] = []
    for (const groupId of await this.parts.storage.directory.groups()) {
      const group = await this.group(groupId)
      await this.fill(groupId, group)
      for (const line of group.lines.values()) {
        if (!(await this.isAsStored(line))) others.push(line.meetingId)
        await pause()
      }
    }
    return { ...found, others }
  }

  /** What changes while it is compared will be read anyway, and counts as right. */
  private async isAsStored({ groupId, meetingId, stamp }: ArchiveLine): Promise<boolean> {
    if (this.dirty.has(meetingId)) return true
    const whole = await this.parts.readWhole(meetingId)
    if (whole === null) return false
    const kept = await (await this.opened()).get(groupId, meetingId, stamp)
    const isSame = kept === null || JSON.stringify(kept) === JSON.stringify(whole)
    const found = await this.parts.search.compare([passagesOf(groupId, stamp, whole)])
    return (isSame && found.length === 0) || this.dirty.has(meetingId)
  }

  /** Resolves when the background work that is known by now is done. */
  async idle(): Promise<void> {
    await this.working
  }

  /** The thread of the index was lost with all it held: it is filled again as if at the start. */
  lostIndex(): void {
    this.groups.clear()
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.stopTimer?.()
    this.stopFlush?.()
    await this.working
    if (this.groups.size > 0) await this.parts.search.flush()
    await this.parts.search.close()
    await this.shelf?.then((shelf) => shelf.close())
  }

  private note(meetingId: MeetingId, waitMs: number): void {
    this.changes += 1
    this.dirty.set(meetingId, this.changes)
    if (this.groups.size === 0 || this.isClosed) return
    if (waitMs === 0) this.stopTimer?.()
    else if (this.stopTimer !== null) return
    this.stopTimer = this.parts.clock.after(waitMs === 0 ? 0 : this.restMs, () => {
      this.stopTimer = null
      this.work(() => this.drain())
    })
  }

  /** Brings what has changed into digests and index. */
  private async drain(): Promise<void> {
    const began = this.parts.clock.monotonicMs()
    for (const meetingId of [...this.dirty.keys()]) {
      const meeting = await this.parts.storage.meetings.get(meetingId)
      // What nobody has asked for yet is compared when somebody does.
      if (meeting === null || !this.groups.has(meeting.groupId)) this.dirty.delete(meetingId)
      else await this.tryUpdate(meeting.groupId, meetingId)
      await pause()
    }
    this.restMs = Math.max(soonMs, (this.parts.clock.monotonicMs() - began) * share)
  }

  private group(groupId: GroupId): Promise<Shelved> {
    const known = this.groups.get(groupId)
    return known ?? this.open(groupId, { inBackground: true })
  }

  private open(groupId: GroupId, how: { readonly inBackground: boolean }): Promise<Shelved> {
    const opening = this.compare(groupId)
    this.groups.set(groupId, opening)
    opening.catch(() => this.groups.delete(groupId))
    return opening.then(async (group) => {
      if (how.inBackground) this.work(() => this.fill(groupId, group))
      else await this.fill(groupId, group)
      return group
    })
  }

  private async compare(groupId: GroupId): Promise<Shelved> {
    const { storage, search, log } = this.parts
    return compareGroup({ storage, search, log, shelf: await this.opened() }, groupId)
  }

  private async fill(groupId: GroupId, group: Shelved): Promise<void> {
    for (const meetingId of [...group.pending]) {
      if (this.isClosed) return
      const line = group.lines.get(meetingId)
      const whole = line === undefined || this.dirty.has(meetingId) ? null : await this.stored(line)
      if (line === undefined || whole === null) await this.tryUpdate(groupId, meetingId)
      else {
        await this.inTurn.run(meetingId, async () => {
          // Somebody may have brought it up to date meanwhile.
          if (group.pending.has(meetingId)) await this.parts.search.put([passagesOf(groupId, line.stamp, whole)])
        })
      }
      group.pending.delete(meetingId)
      await pause()
    }
  }

  /** The group with every record (or the one) read that has changed since. */
  private async settled(groupId: GroupId, only: MeetingId | null): Promise<Shelved> {
    const group = await this.group(groupId)
    const late = new Set([...this.dirty.keys(), ...group.pending])
    for (const meetingId of late) {
      if (only !== null && meetingId !== only) continue
      if (!this.dirty.has(meetingId) && group.lines.has(meetingId)) continue
      if (group.lines.has(meetingId) || group.pending.has(meetingId) || (await this.isOf(meetingId, groupId))) {
        await this.update(groupId, meetingId)
      }
    }
    return group
  }

  private async isOf(meetingId: MeetingId, groupId: GroupId): Promise<boolean> {
    return (await this.parts.storage.meetings.get(meetingId))?.groupId === groupId
  }

  private async tryUpdate(groupId: GroupId, meetingId: MeetingId): Promise<void> {
    try {
      await this.update(groupId, meetingId)
    } catch (error) {
      // One that cannot be read harms only itself; whoever asks for it hears so.
      this.dirty.delete(meetingId)
      this.parts.reportFault(error, { meetingId, while: 'indexing' })
    }
  }

  /** Reads a record anew and puts what is made of it in place. */
  private update(groupId: GroupId, meetingId: MeetingId): Promise<WholeRecord | null> {
    return this.inTurn.run(meetingId, async () => {
      const change = this.dirty.get(meetingId)
      const { meetings, documents } = this.parts.storage
      // The numbers first: what is read afterwards is this state or a later one, and never passes for more than it is.
      const meeting = await meetings.get(meetingId)
      const seq = await documents.seqOf(documentOf(meetingId))
      if (meeting === null || seq === null) return null
      const whole = await this.parts.readWhole(meetingId)
      if (whole === null) return null
      const group = await this.group(groupId)
      const line = lineOf(groupId, stampOf(meeting.session.seq, seq), whole)
      group.lines.set(meetingId, line)
      // Not kept on disk is only slower: it is read again when it is asked for.
      await (await this.opened()).put(line, whole).catch((error: unknown) => this.parts.reportFault(error, { meetingId }))
      await this.parts.search.put([passagesOf(groupId, line.stamp, whole)])
      group.pending.delete(meetingId)
      if (this.dirty.get(meetingId) === change) this.dirty.delete(meetingId)
      return whole
    })
  }

  private async stored(line: ArchiveLine): Promise<WholeRecord | null> {
    return (await this.opened()).get(line.groupId, line.meetingId, line.stamp)
  }

  private opened(): Promise<Shelf> {
    const { storage, reportFault } = this.parts
    this.shelf ??= Shelf.open(storage.derivedFolder, storage.epoch).catch((error: unknown) => {
      reportFault(error, { while: 'opening the digests' })
      return Shelf.inMemory()
    })
    return this.shelf
  }

  /** Background work, one piece after the other; a fault is told and ends only its own piece. */
  private work(piece: () => Promise<void>): void {
    this.working = this.working.then(piece).catch((error: unknown) => {
      this.parts.reportFault(error, { while: 'keeping the archive' })
    })
  }
}

const nothingClosed = JSON.stringify([false, []])

function newestFirst(one: ArchiveLine, other: ArchiveLine): number {
  return other.createdAt - one.createdAt || (one.meetingId < other.meetingId ? -1 : 1)
}

/** A live meeting goes first. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
