import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSegment } from './segment/buildSegment.ts'
import { isSameMeeting } from './segment/isSameMeeting.ts'
import { type Merged, mergeSegments } from './segment/mergeSegments.ts'
import { passagesBack } from './segment/passagesBack.ts'
import { type Prepared, prepare } from './segment/prepare.ts'
import type { MeetingFacts, MeetingPassages, Segment } from './segment/Segment.ts'
import type { Searched } from './segment/searchSegments.ts'
import { readSegment, writeSegment } from './segment/segmentFile.ts'

/** A segment in use: which of its meetings count, and where it lies. */
interface Held {
  readonly segment: Segment
  readonly prepared: Prepared
  /** Replaced by something newer, or not known to be the present state. */
  readonly dead: Set<number>
  /** Null: in memory alone. */
  readonly file: { readonly name: string; readonly number: number; close(): void } | null
}

interface Place {
  readonly held: Held
  readonly meeting: number
}

/** So many meetings gather in memory before they go into a file. */
const mostYoung = 256
/** A file is merged into the next one unless it is so many times as large: files double, so there are few of them. */
const growth = 2

export interface HalfParts {
  readonly folder: string
  /** Lets searches come between two steps of long work. */
  readonly pause: () => Promise<void>
}

/**
 * One half of a group's index: what everybody in the group may see, or what is closed to observers. Whoever may not see the second
 * half is answered without it, so nothing in it can be told from counts, ranks or times.
 */
export class Half {
  private held: Held[] = []
  /** Where the present state of each meeting lies. */
  private readonly places = new Map<string, Place>()
  private nextNumber = 1
  private writing: Promise<void> = Promise.resolve()
  private mayWait = mostYoung

  constructor(
    private readonly groupId: string,
    private readonly parts: HalfParts,
  ) {}

  /** Opens what lies on disk. Nothing of it counts before `reconcile`. Damaged files are removed and named. */
  async open(): Promise<readonly string[]> {
    const damaged: string[] = []
    const names = await readdir(this.parts.folder).catch(() => [])
    for (const name of names) {
      const number = /^(\d+)\.seg$/.exec(name)?.[1]
      const path = join(this.parts.folder, name)
      try {
        if (number === undefined) throw new Error('Not a whole file')
        const { segment, close } = readSegment(path)
        const file = { name, number: Number(number), close }
        this.held.push({ segment, prepared: prepare(segment), dead: new Set(segment.meetings.keys()), file })
        this.nextNumber = Math.max(this.nextNumber, Number(number) + 1)
      } catch {
        if (number !== undefined) damaged.push(path)
        await rm(path, { force: true })
      }
    }
    this.held.sort((one, other) => (one.file?.number ?? 0) - (other.file?.number ?? 0))
    return damaged
  }

  /** From now on meetings count in the state that `stamps` names, and no others. */
  reconcile(stamps: ReadonlyMap<string, string>): void {
    this.places.clear()
    for (const held of this.held) {
      for (const [meeting, { meetingId, stamp }] of held.segment.meetings.entries()) {
        if (stamps.get(meetingId) === stamp && !this.places.has(meetingId)) {
          held.dead.delete(meeting)
          this.places.set(meetingId, { held, meeting })
        } else held.dead.add(meeting)
      }
    }
  }

  facts(meetingId: string): MeetingFacts | null {
    const place = this.places.get(meetingId)
    return place?.held.segment.meetings[place.meeting] ?? null
  }

  /** Whether this half holds a meeting exactly as it is given; one without passages is not held at all. */
  holds(meeting: MeetingPassages): boolean {
    const place = this.places.get(meeting.facts.meetingId)
    if (place === undefined) return meeting.passages.length === 0
    return isSameMeeting(place.held.segment, place.meeting, meeting)
  }

  /** Takes a meeting in, in place of what was there; without passages it leaves. */
  put(meeting: MeetingPassages): void {
    this.remove(meeting.facts.meetingId)
    if (meeting.passages.length === 0) return
    this.hold(buildSegment([meeting]), null)
  }

  remove(meetingId: string): void {
    const place = this.places.get(meetingId)
    if (place === undefined) return
    this.places.delete(meetingId)
    place.held.dead.add(place.meeting)
    if (place.held.file === null && place.held.dead.size === place.held.segment.meetings.length) {
      this.held = this.held.filter((held) => held !== place.held)
    }
  }

  /** What a search looks through: all of it, or one meeting in an index of its own, so that the others lend it nothing. */
  searched(onlyMeeting: string | null): readonly Searched[] {
    if (onlyMeeting === null) return this.held.map(({ prepared, dead }) => ({ groupId: this.groupId, prepared, dead }))
    const place = this.places.get(onlyMeeting)
    if (place === undefined) return []
    const segment = buildSegment([passagesBack(place.held.segment, place.meeting)])
    return [{ groupId: this.groupId, prepared: prepare(segment), dead: new Set() }]
  }

  get isFull(): boolean {
    return this.held.filter(({ file }) => file === null).length >= this.mayWait
  }

  get size(): { readonly meetings: number; readonly passages: number } {
    let passages = 0
    for (const { held, meeting } of this.places.values()) {
      const { meetingStart } = held.segment.tables
      passages += (meetingStart[meeting + 1] ?? 0) - (meetingStart[meeting] ?? 0)
    }
    return { meetings: this.places.size, passages }
  }

  /** Writes what is in memory alone into a file, merged with smaller files; searches go on meanwhile. */
  flush(): Promise<void> {
    const turn = this.writing.then(async () => {
      try {
        await this.write()
        this.mayWait = mostYoung
      } catch (error) {
        // A disk that takes nothing is not tried again with each record; all of it is still in memory.
        this.mayWait *= 2
        throw error
      }
    })
    this.writing = turn.catch(() => {})
    return turn
  }

  async close(): Promise<void> {
    await this.writing
    for (const { file } of this.held) file?.close()
    this.held = []
    this.places.clear()
  }

  private async write(): Promise<void> {
    const young = this.held.filter(({ file }) => file === null)
    const wasted = this.held.filter((held) => held.file !== null && held.dead.size * 2 > held.segment.meetings.length)
    if (young.length === 0 && wasted.length === 0) return
    const chosen = this.chooseFiles([...young, ...wasted])
    const frozen = chosen.map((held) => ({ held, live: [...held.segment.meetings.keys()].filter((one) => !held.dead.has(one)) }))
    const merged = await this.run(mergeSegments(frozen.map(({ held, live }) => ({ segment: held.segment, live }))))
    const number = this.nextNumber
    this.nextNumber += 1
    const name = `${number}.seg`
    const isEmpty = merged.segment.meetings.length === 0
    if (!isEmpty) {
      await mkdir(this.parts.folder, { recursive: true, mode: 0o700 })
      await writeSegment(join(this.parts.folder, name), merged)
    }
    this.swap(chosen, isEmpty ? null : this.reopen(name, number))
    for (const { file } of chosen) {
      if (file === null) continue
      file.close()
      await rm(join(this.parts.folder, file.name), { force: true })
    }
  }

  private reopen(name: string, number: number): Held {
    const { segment, close } = readSegment(join(this.parts.folder, name))
    return { segment, prepared: prepare(segment), dead: new Set(), file: { name, number, close } }
  }

  /** The new file takes over from those it was made of; what was replaced or removed meanwhile does not count in it. */
  private swap(chosen: readonly Held[], made: Held | null): void {
    this.held = [...(made === null ? [] : [made]), ...this.held.filter((held) => !chosen.includes(held))]
    for (const [meeting, { meetingId }] of made?.segment.meetings.entries() ?? []) {
      const place = this.places.get(meetingId)
      if (made !== null && place !== undefined && chosen.includes(place.held)) this.places.set(meetingId, { held: made, meeting })
      else made?.dead.add(meeting)
    }
  }

  private chooseFiles(young: readonly Held[]): readonly Held[] {
    const chosen = [...young]
    let size = young.reduce((sum, held) => sum + liveCount(held), 0)
    const files = this.held.filter((held) => !chosen.includes(held)).sort((one, other) => liveCount(one) - liveCount(other))
    for (const held of files) {
      if (liveCount(held) >= size * growth) break
      chosen.push(held)
      size += liveCount(held)
    }
    return chosen
  }

  private hold(segment: Segment, file: Held['file']): void {
    const held: Held = { segment, prepared: prepare(segment), dead: new Set(), file }
    this.held.push(held)
    for (const [meeting, { meetingId }] of segment.meetings.entries()) this.places.set(meetingId, { held, meeting })
  }

  private async run(steps: Generator<undefined, Merged>): Promise<Merged> {
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      await this.parts.pause()
    }
  }
}

function liveCount({ segment, dead }: Held): number {
  return segment.meetings.length - dead.size
}
