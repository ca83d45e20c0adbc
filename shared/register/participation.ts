import type { DelegationId, MeetingId } from '../base/index.ts'
import type { AttendanceEntry, DelegationType, Intervention, PartyStatus } from '../record/index.ts'
import { isBetween } from './rows/filters.ts'
import type { RegisterSource } from './rows/RegisterSource.ts'
import { compare, newestFirst } from './rows/sourceOf.ts'
import type { GroupRecord } from './types.ts'

/** What a meeting's rule lets be told of who took part. */
export type Told = 'delegations' | 'types' | 'nothing'

interface Spoke {
  readonly interventions: number
  /** Null where no turn at the floor was kept. */
  readonly speakingMs: number | null
}

/** One delegation over the meetings that name delegations. */
export interface DelegationLine extends Spoke {
  readonly delegation: DelegationId | null
  readonly name: string
  readonly code: string | null
  readonly type: DelegationType
  readonly region: string | null
  readonly partyStatus: PartyStatus | null
  readonly present: readonly MeetingId[]
  readonly apologies: readonly MeetingId[]
}

interface Sum extends Spoke {
  /** Delegations in a meeting, over all meetings. */
  readonly presences: number
  readonly meetings: readonly { readonly meetingId: MeetingId; readonly present: number }[]
}

/** Who took part in the meetings of a group. */
export interface Participation {
  readonly meetings: readonly {
    readonly meetingId: MeetingId
    readonly title: string
    readonly date: string | null
    readonly told: Told
    readonly address: string
  }[]
  readonly delegations: readonly DelegationLine[]
  readonly byType: readonly (Sum & { readonly type: DelegationType })[]
  readonly byRegion: readonly (Sum & { readonly region: string | null })[]
}

/** Counts who took part, as far as each meeting's rule lets it be told: delegations, their types only, or nothing. Oldest meeting first. */
export function participation(
  at: RegisterSource,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Participation {
  const held = newestFirst(at.records)
    .filter(({ record }) => record.session.phase !== 'planned' && isBetween(record.head.startsAt, from, to))
    .reverse()
  const named = held.filter((one) => toldBy(one) === 'delegations')
  const typed = held.filter((one) => toldBy(one) !== 'nothing')
  return {
    meetings: held.map((one) => ({
      meetingId: one.meetingId,
      title: one.record.head.title,
      date: one.record.head.startsAt,
      told: toldBy(one),
      address: `/m/${one.meetingId}/record`,
    })),
    delegations: delegationLines(at, named),
    byType: sums(
      typed,
      ({ type }) => type,
      (turn) => turn.type ?? turn.speaker?.type ?? null,
    ).map(({ key, ...sum }) => ({ type: key, ...sum })),
    byRegion: regionSums(at, named),
  }
}

function toldBy({ record }: GroupRecord): Told {
  const { attribution } = record.head
  return attribution === 'named' ? 'delegations' : attribution === 'delegationType' ? 'types' : 'nothing'
}

type Line = {
  -readonly [Key in keyof DelegationLine]: DelegationLine[Key]
} & { readonly present: MeetingId[]; readonly apologies: MeetingId[] }

function delegationLines({ delegations }: RegisterSource, records: readonly GroupRecord[]): readonly DelegationLine[] {
  const lines = new Map<string, Line>()
  const lineOf = (
    delegation: DelegationId | null,
    name: string,
    facts: Pick<Line, 'code' | 'type' | 'region' | 'partyStatus'>,
  ): Line => {
    const key = delegation ?? `words ${name}`
    const known = lines.get(key)
    if (known !== undefined) return known
    // As the group knows it now, where it still does.
    const present = delegations.find((one) => one.id === delegation) ?? { name, ...facts }
    const { code, type, region, partyStatus } = present
    const none = { present: [], apologies: [], interventions: 0, speakingMs: null }
    const made: Line = { delegation, name: present.name, code, type, region, partyStatus, ...none }
    lines.set(key, made)
    return made
  }
  for (const { meetingId, record } of records) {
    for (const entry of record.session.attending) {
      const line = lineOf('delegation' in entry.party ? entry.party.delegation : null, entry.name, entry)
      if (entry.state === 'present') line.present.push(meetingId)
      if (entry.state === 'apologies') line.apologies.push(meetingId)
    }
    for (const { speaker, ms } of record.session.interventions) {
      if (speaker === null) continue
      const facts = { code: speaker.code, type: speaker.type ?? 'other', region: null, partyStatus: null }
      const line = lineOf(speaker.delegation, speaker.name, facts)
      line.interventions += 1
      line.speakingMs = (line.speakingMs ?? 0) + ms
    }
  }
  return [...lines.values()].sort((one, other) => other.present.length - one.present.length || compare(one.name, other.name))
}

/** Regions of states, and of whoever else has one; in the division of the convention. */
function regionSums({ delegations }: RegisterSource, records: readonly GroupRecord[]): Participation['byRegion'] {
  const regionOf = (id: DelegationId | null): string | null => delegations.find((one) => one.id === id)?.region ?? null
  const notStated = ''
  const sum = sums(
    records,
    ({ type, region, party }) =>
      region ?? ('delegation' in party ? regionOf(party.delegation) : null) ?? (type === 'state' ? notStated : null),
    ({ speaker, type }) =>
      regionOf(speaker?.delegation ?? null) ?? (type === 'state' || speaker?.type === 'state' ? notStated : null),
  )
  return sum.map(({ key, ...rest }) => ({ region: key === notStated ? null : key, ...rest }))
}

/** Counts presences and turns by a key; null: not counted. */
function sums<Key extends string>(
  records: readonly GroupRecord[],
  ofEntry: (entry: AttendanceEntry) => Key | null,
  ofTurn: (turn: Intervention) => Key | null,
): readonly (Sum & { readonly key: Key })[] {
  const all = new Map<Key, { interventions: number; speakingMs: number | null; present: Map<MeetingId, number> }>()
  const at = (key: Key) => {
    const known = all.get(key) ?? { interventions: 0, speakingMs: null, present: new Map() }
    all.set(key, known)
    return known
  }
  for (const { meetingId, record } of records) {
    for (const entry of record.session.attending) {
      const key = entry.state === 'present' ? ofEntry(entry) : null
      if (key === null) continue
      const { present } = at(key)
      present.set(meetingId, (present.get(meetingId) ?? 0) + 1)
    }
    for (const turn of record.session.interventions) {
      const key = ofTurn(turn)
      if (key === null) continue
      const sum = at(key)
      sum.interventions += 1
      sum.speakingMs = (sum.speakingMs ?? 0) + turn.ms
    }
  }
  return [...all]
    .map(([key, { interventions, speakingMs, present }]) => {
      const meetings = [...present].map(([meetingId, count]) => ({ meetingId, present: count }))
      const presences = meetings.reduce((total, one) => total + one.present, 0)
      return { key, presences, interventions, speakingMs, meetings }
    })
    .sort((one, other) => other.presences - one.presences || compare(one.key, other.key))
}
