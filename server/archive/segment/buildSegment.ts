import { searchParts, wordsOf } from '../../../shared/search/index.ts'
import { postingsOf } from './postingsOf.ts'
import { type Bodies, type MeetingPassages, type PassageBody, type Segment, standings, statuses } from './Segment.ts'

/** Makes a segment of a few meetings: as many as are noted at once, never a whole archive. */
export function buildSegment(meetings: readonly MeetingPassages[]): Segment {
  const words = new Numbered()
  const kinds = new Numbered()
  const parties = new Numbered()
  const tokens: number[] = []
  const tokenStart: number[] = [0]
  const meetingStart: number[] = [0]
  const meetingOf: number[] = []
  const columns = { part: [] as number[], standing: [] as number[], status: [] as number[], kind: [] as number[] }
  const lead: number[] = []
  const partyStart: number[] = [0]
  const partyList: number[] = []
  const bodies: Uint8Array[] = []
  const bodyStart: number[] = [0]
  let bodyBytes = 0
  for (const [place, { passages }] of meetings.entries()) {
    for (const passage of passages) {
      for (const { term } of wordsOf(passage.text)) tokens.push(words.of(term))
      tokenStart.push(tokens.length)
      meetingOf.push(place)
      columns.part.push(searchParts.indexOf(passage.part))
      columns.standing.push(codeOf(standings, passage.standing))
      columns.status.push(codeOf(statuses, passage.status))
      columns.kind.push(kinds.of(passage.kind ?? ''))
      lead.push(passage.lead === null ? 0 : parties.of(passage.lead) + 1)
      for (const party of passage.parties) partyList.push(parties.of(party))
      partyStart.push(partyList.length)
      const { id, paragraph, number, kind, text } = passage
      const body = new TextEncoder().encode(JSON.stringify({ id, paragraph, number, kind, text } satisfies PassageBody))
      bodies.push(body)
      bodyBytes += body.length
      bodyStart.push(bodyBytes)
    }
    meetingStart.push(meetingOf.length)
  }
  const { sorted, places } = words.inOrder()
  const ordered = Uint32Array.from(tokens, (token) => places[token] ?? 0)
  const starts = Uint32Array.from(tokenStart)
  return {
    meetings: meetings.map(({ facts }) => facts),
    terms: sorted,
    kinds: kinds.all(),
    parties: parties.all(),
    tables: {
      ...atOnce(postingsOf(ordered, starts, sorted.length)),
      tokens: ordered,
      tokenStart: starts,
      meetingStart: Uint32Array.from(meetingStart),
      meetingOf: Uint32Array.from(meetingOf),
      lead: Uint32Array.from(lead),
      partyStart: Uint32Array.from(partyStart),
      partyList: Uint32Array.from(partyList),
      bodyStart: Uint32Array.from(bodyStart),
      kind: Uint16Array.from(columns.kind),
      part: Uint8Array.from(columns.part),
      standing: Uint8Array.from(columns.standing),
      status: Uint8Array.from(columns.status),
    },
    bodies: inMemory(Buffer.concat(bodies)),
  }
}

/** Bodies that are not in a file yet. */
export function inMemory(bytes: Uint8Array): Bodies {
  return { read: (from, to) => bytes.subarray(from, to) }
}

/** Runs steps to their end without a pause. */
export function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function codeOf(names: readonly string[], name: string | null): number {
  return name === null ? 0 : names.indexOf(name) + 1
}

/** Gives each text a number, in the order of coming. */
export class Numbered {
  private readonly numbers = new Map<string, number>()

  of(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    this.numbers.set(text, this.numbers.size)
    return this.numbers.size - 1
  }

  all(): readonly string[] {
    return [...this.numbers.keys()]
  }

  /** The texts sorted, and by old number the place of each among them. */
  inOrder(): { readonly sorted: readonly string[]; readonly places: Uint32Array } {
    const sorted = [...this.numbers.keys()].sort()
    const places = new Uint32Array(sorted.length)
    for (const [place, text] of sorted.entries()) places[this.numbers.get(text) ?? 0] = place
    return { sorted, places }
  }
}
