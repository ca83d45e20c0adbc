import { expect } from 'vitest'
import type { AskedTerm, Found, IndexedMeeting, Scope, Search, SearchAsk } from '../../../server/archive/index.ts'
import { parseQuery } from '../../../shared/search/index.ts'

type Passage = IndexedMeeting['open'][number]

/** A passage with these words. */
export function passage(text: string, parts: Partial<Passage> = {}): Passage {
  const none = { paragraph: null, number: null, standing: null, kind: null, status: null, parties: [], lead: null }
  return { part: 'note', id: `id of ${text}`, ...none, text, ...parts }
}

interface Written {
  readonly groupId?: string
  readonly seq?: number
  readonly title?: string
  readonly date?: string | null
  readonly phase?: IndexedMeeting['facts']['phase']
  readonly open?: readonly Passage[]
  readonly closed?: readonly Passage[]
}

/** A meeting as the archive would put it in. */
export function meeting(meetingId: string, written: Written = {}): IndexedMeeting {
  const {
    groupId = 'group',
    seq = 1,
    title = 'A meeting',
    date = '2002-09-16',
    phase = 'draft',
    open = [],
    closed = [],
  } = written
  const facts = {
    meetingId,
    stamp: `${seq}.1.1`,
    title,
    date,
    place: null,
    symbol: null,
    phase,
    createdAt: 0,
    hasClosed: closed.length > 0,
  }
  const head = passage(title, { part: 'title', id: meetingId })
  return { groupId, facts, open: [head, ...open], closed }
}

export const inside: readonly Scope[] = [{ groupId: 'group', withClosed: true, onlyMeeting: null }]
export const observing: readonly Scope[] = [{ groupId: 'group', withClosed: false, onlyMeeting: null }]

/** Asks as the use case would; everything that is found on one page unless said otherwise. */
export async function ask(search: Search, q: string, parts: Partial<SearchAsk> = {}): Promise<Found> {
  const parsed = parseQuery(q)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const named = (terms: typeof parsed.value.terms): readonly AskedTerm[] => terms.map((term) => ({ ...term, parties: [] }))
  const { terms, unwanted, filters } = parsed.value
  return search.search({
    scopes: inside,
    terms: named(terms),
    unwanted: named(unwanted),
    filters,
    sort: 'best',
    limit: 500,
    passagesEach: 50,
    after: null,
    ...parts,
  })
}

/** The meetings that were found, in their order. */
export function meetingsIn(found: Found): readonly string[] {
  return found.hits.map(({ meeting }) => meeting.meetingId)
}

/** The words of the passages that were found, in their order. */
export function textsIn(found: Found): readonly string[] {
  return found.hits.flatMap(({ passages }) => passages.map(({ snippet }) => snippet.map((run) => run.text).join('')))
}

/** Both found the same, to the last number. */
export function expectSame(one: Found, other: Found): void {
  expect(one).toEqual(other)
}
