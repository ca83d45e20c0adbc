import * as Y from 'yjs'
import { sha256Digest, systemClock } from '../../server/base/index.ts'
import { newGroup } from '../../server/meetings/createGroup.ts'
import { documentOf, nameIn, sealedOf } from '../../server/rooms/index.ts'
import type { Delegation, GroupFile, Member, Storage, StoredMeeting, StoredVersion } from '../../server/storage/index.ts'
import {
  type DelegationId,
  type GroupId,
  type ItemId,
  type MeetingId,
  type Millis,
  makeId,
  type OutcomeId,
} from '../../shared/base/index.ts'
import {
  createRecordDocument,
  fingerprintOf,
  type MeetingHead,
  type Phase,
  type RecordEdit,
  readRecord,
  type Standing,
} from '../../shared/record/index.ts'
import { newSession, paperFor, type SessionState, type VersionLine } from '../../shared/session/index.ts'
import { type ArchiveLanguage, paragraph, seeded, vocabulary } from './archiveWords.ts'

export interface ArchivePlan {
  readonly records: number
  readonly groups: number
  /** Paragraphs of each record: notes, outcomes, actions and targets. */
  readonly paragraphs: number
  readonly seed: number
  /** One record in so many has an item that is closed to observers; 0 for none. */
  readonly closedEvery?: number
  /** The share of records that is adopted, with versions as the room would make them. */
  readonly adopted?: number
  readonly members?: readonly Member[]
}

export interface MadeArchive {
  readonly groupIds: readonly GroupId[]
  readonly meetingIds: readonly MeetingId[]
}

const languages: readonly ArchiveLanguage[] = ['en', 'en', 'en', 'en', 'fr', 'fr', 'es', 'ru', 'ar', 'zh']
const standings: readonly Standing[] = [
  'agreed',
  'agreed',
  'agreed',
  'proposed',
  'bracketed',
  'coordinatorView',
  'noAgreement',
  'deferred',
]
const kinds = ['agreed', 'recommended', 'requested', 'encouraged', 'noted', 'welcomed', 'recognised']
const places = ['Geneva', 'Bangkok', 'Zagreb', 'Nairobi', 'Managua', 'Vientiane', 'Luanda', 'Cartagena']

/** Writes groups and records into a storage: drafts and adopted records, in four scripts, with words as frequent as they are in life. */
export async function makeArchive(storage: Storage, plan: ArchivePlan): Promise<MadeArchive> {
  const random = seeded(plan.seed)
  const maker = new Maker(random, plan)
  const groups = Array.from({ length: plan.groups }, (_, number) => maker.group(number, plan.members ?? []))
  for (const file of groups) {
    const made = await storage.directory.createGroup(file)
    if (!made.ok) throw new Error(made.refusal.message)
  }
  const meetingIds: MeetingId[] = []
  // Side by side, because each one waits for the disk.
  const atOnce = 24
  for (let first = 0; first < plan.records; first += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, plan.records - first) }, (_, index) => first + index)
    const drafts = numbers.flatMap((number) => {
      const file = groups[number % groups.length]
      return file === undefined ? [] : [maker.record(file, number)]
    })
    await Promise.all(drafts.map((draft) => store(storage, draft)))
    meetingIds.push(...drafts.map(({ meeting }) => meeting.meetingId))
  }
  return { groupIds: groups.map(({ group }) => group.id), meetingIds }
}

interface Draft {
  readonly file: GroupFile
  readonly meeting: StoredMeeting
  readonly first: Uint8Array
  readonly isAdopted: boolean
  readonly newId: <Id extends string>() => Id
}

async function store(storage: Storage, { file, meeting, first, isAdopted, newId }: Draft): Promise<void> {
  const made = await storage.meetings.create(meeting, first)
  if (!made.ok) throw new Error(made.refusal.message)
  if (!isAdopted) return
  const doc = new Y.Doc()
  Y.applyUpdate(doc, first)
  const record = readRecord(doc, meeting.meetingId, meeting.session)
  const newNoteKey = (item: string) => `note:${item}:${newId<string>()}`
  const none = { before: null, corrections: [], addition: null }
  const paper = paperFor('circulated', { record, group: file.group.name, nameOf: nameIn(file.delegations), newNoteKey, ...none })
  const salts = Object.fromEntries(paper.parts.map(({ key }) => [key, newId<string>()]))
  const fingerprint = await fingerprintOf(sealedOf({ paper, salts }), sha256Digest)
  const at = meeting.createdAt
  const line = (number: number, kind: 'circulated' | 'adopted'): VersionLine => {
    return {
      number,
      kind,
      revision: kind === 'circulated' ? 1 : null,
      at,
      actor: { role: 'coordinator', name: null },
      fingerprint,
      reason: null,
    }
  }
  const versions = [line(1, 'circulated'), line(2, 'adopted')]
  const rows = versions.map((one): StoredVersion => ({ ...one, paper, salts, corrections: [], spans: {} }))
  const circulation = {
    version: 1,
    revision: 1,
    fingerprint,
    at,
    deadline: at,
    timeZone: 'UTC',
    mode: 'decision' as const,
    moved: [],
    isSilenceBroken: false,
  }
  const next: SessionState = {
    ...meeting.session,
    seq: 1,
    phase: 'adopted',
    versions,
    circulated: [{ ...circulation, end: 'adopted', endedAt: at, endedBy: null, endReason: null }],
    adoption: { version: 2, fingerprint, at, how: 'decision', actor: { role: 'coordinator', name: null } },
  }
  const change = { from: 0, next, commands: [], rows: { versions: rows, comments: [] }, freeze: true as const }
  const stored = await storage.meetings.commit(meeting.meetingId, change)
  if (!stored.ok) throw new Error(`${documentOf(meeting.meetingId)}: ${stored.refusal.message}`)
}

class Maker {
  private readonly words: Readonly<Record<ArchiveLanguage, () => string>>

  constructor(
    private readonly random: () => number,
    private readonly plan: ArchivePlan,
  ) {
    const of = (language: ArchiveLanguage) => vocabulary(language, random)
    this.words = { en: of('en'), fr: of('fr'), es: of('es'), ru: of('ru'), ar: of('ar'), zh: of('zh') }
  }

  readonly newId = <Id extends string>(): Id => {
    return makeId<Id>(Uint8Array.from({ length: 16 }, () => Math.floor(this.random() * 256)))
  }

  group(number: number, members: readonly Member[]): GroupFile {
    const group = newGroup({ newId: this.newId, clock: systemClock() }, `Contact Group ${number + 1}`)
    const delegations = [
      ['THA', 'Thailand'],
      ['CAN', 'Canada'],
      ['NOR', 'Norway'],
      ['PER', 'Perú'],
      ['AGO', 'Angola'],
      ['ICBL', 'International Campaign to Ban Landmines'],
    ] as const
    return {
      group,
      delegations: delegations.map(([code, name]): Delegation => {
        return {
          id: this.newId<DelegationId>(),
          code,
          name,
          type: 'state',
          partyStatus: null,
          membership: 'member',
          region: null,
        }
      }),
      members,
      seats: [],
      guests: [],
    }
  }

  record(file: GroupFile, number: number): Draft {
    const language = this.one(languages)
    const year = 2000 + (number % 26)
    const date = `${year}-${String(1 + Math.floor(this.random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(this.random() * 28)).padStart(2, '0')}`
    const head: MeetingHead = {
      title: this.line(language, 6),
      formalMeeting: `Meeting of the Parties ${year}`,
      startsAt: number % 50 === 0 ? String(year) : date,
      endsAt: null,
      timeZone: 'UTC',
      place: this.one(places),
      links: [],
      language,
      attribution: 'named',
      symbol: `UCG/${year}/${(number % 400) + 1}`,
    }
    const { edits, facts } = this.words40(file, language, number)
    const made = createRecordDocument(edits, 1 + Math.floor(this.random() * 2_000_000_000))
    if (!made.ok) throw new Error(made.refusal.message)
    const isAdopted = this.random() < (this.plan.adopted ?? 0.7)
    const createdAt = Date.parse(date) as Millis // a date that was put together just now
    const phase: Phase = isAdopted ? 'circulated' : 'draft'
    const session: SessionState = { ...newSession(head), ...facts, phase, history: [] }
    const meeting: StoredMeeting = { meetingId: this.newId(), groupId: file.group.id, createdAt, session }
    return { file, meeting, first: made.value, isAdopted, newId: this.newId }
  }

  private words40(file: GroupFile, language: ArchiveLanguage, number: number) {
    const edits: RecordEdit[] = []
    const given: Record<string, Standing> = {}
    const items = Math.max(1, Math.round(this.plan.paragraphs / 5))
    const ids: ItemId[] = []
    let left = this.plan.paragraphs
    for (let item = 0; item < items; item += 1) {
      const id = this.newId<ItemId>()
      ids.push(id)
      const notes = Math.min(left, 3)
      left -= notes
      const blocks = Array.from({ length: notes }, () => {
        return { kind: 'paragraph' as const, runs: [{ text: this.text(language, 18 + Math.floor(this.random() * 30)) }] }
      })
      edits.push({ kind: 'item.add', id, parent: null, after: 'last', title: this.line(language, 4), notes: blocks })
      if (left > 0) left -= this.outcome(edits, given, id, language, file)
      if (left > 0) left -= this.action(edits, id, language, file, item)
    }
    const every = this.plan.closedEvery ?? 0
    const closedItems = every > 0 && number % every === 0 ? ids.slice(0, 1) : []
    return { edits, facts: { standings: given, closedItems } }
  }

  private outcome(
    edits: RecordEdit[],
    given: Record<string, Standing>,
    item: ItemId,
    language: ArchiveLanguage,
    file: GroupFile,
  ): number {
    const id = this.newId<OutcomeId>()
    given[id] = this.one(standings)
    const actor = this.random() < 0.5 ? null : { delegation: this.one(file.delegations).id }
    edits.push({
      kind: 'outcome.add',
      id,
      item,
      after: 'last',
      values: { kind: this.one(kinds), actor },
      text: this.text(language, 22),
    })
    return 1
  }

  private action(edits: RecordEdit[], item: ItemId, language: ArchiveLanguage, file: GroupFile, place: number): number {
    if (place % 4 === 3) {
      const values = { figure: 1 + Math.floor(this.random() * 100), atLeast: true }
      edits.push({ kind: 'target.add', id: this.newId(), item, after: 'last', values, what: this.text(language, 6) })
    } else {
      const lead = { delegation: this.one(file.delegations).id }
      edits.push({ kind: 'action.add', id: this.newId(), item, after: 'last', values: { lead }, task: this.text(language, 12) })
    }
    return 1
  }

  private text(language: ArchiveLanguage, words: number): string {
    return paragraph(language, this.words[language], words)
  }

  private line(language: ArchiveLanguage, words: number): string {
    return this.text(language, words).replace(/[.。]$/u, '')
  }

  private one<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.random() * list.length)]
    if (found === undefined) throw new Error('Nothing to choose from')
    return found
  }
}
