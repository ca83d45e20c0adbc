import { describe, expect, test } from 'vitest'
import { placeVisibleTo, roles, visibleTo } from '../../../shared/access/index.ts'
import type { ActionId, ItemId, Millis, OutcomeId } from '../../../shared/base/index.ts'
import type { ActionView, ItemView, MeetingRecord, OutcomeView, SessionFacts, TargetView } from '../../../shared/record/index.ts'
import { newSession, type SessionState, sessionVisibleTo } from '../../../shared/session/index.ts'
import { id, meetingId } from '../record/world.ts'
import { head, one, three, two, twoOne, twoTwo, views, worded } from '../session/room.ts'

const secretMs = 987_654_321 as Millis
const words = [{ kind: 'paragraph', runs: [{ text: 'Words' }] }] as const
const party = { words: 'Somebody' }
const items = [one, two, twoOne, twoTwo, three] as const

/** Whether a part is under the closed thing, and so has the secret in every string of it. */
type Planted = (item: ItemId | null) => boolean

/** Puts the secret into every string but those that say where something stands. */
function plant<T>(value: T, key = ''): T {
  const structural = ['id', 'item', 'outcome', 'parent', 'number', 'order', 'delegation', 'person']
  // A copy of the same shape; whether a string is of its enumeration does not matter to what hides it.
  if (typeof value === 'string') return (structural.includes(key) ? value : 'SECRET') as T
  if (typeof value === 'number') return secretMs as T
  if (Array.isArray(value)) return value.map((part: unknown) => plant(part, key)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plant(part, name)])) as T
}

const outcomeOf = (item: ItemId): OutcomeId => id<OutcomeId>(100 + items.indexOf(item as (typeof items)[number]))
const actionOf = (item: ItemId): ActionId => id<ActionId>(200 + items.indexOf(item as (typeof items)[number]))

/** A session with something of everything under every item, and outside of any. */
function sessionWith(planted: Planted): SessionState {
  const maybe = <T>(item: ItemId | null, value: T): T => (planted(item) ? plant(value) : value)
  const speaker = { delegation: null, name: 'Ana', code: 'ANA', type: null }
  const under = [...items, null]
  const request = (item: ItemId | null) => ({
    id: id<never>(300 + under.indexOf(item as never)),
    item,
    person: null,
    speaker,
    intervention: 'statement' as const,
    onBehalfOf: 'the Group',
    asObserver: false,
    at: 5 as Millis,
  })
  const actor = { role: 'coordinator', name: 'Clara' } as const
  const byItem = <T>(key: (item: ItemId) => string, value: T): Readonly<Record<string, T>> =>
    Object.fromEntries(items.map((item) => [key(item), maybe(item, value)]))
  const isMeeting = planted(null)
  return {
    ...newSession(head),
    phase: 'inSession',
    standings: byItem(outcomeOf, 'agreed' as const),
    fixings: byItem(outcomeOf, [{ standing: 'agreed' as const, at: 5 as Millis, actor }]),
    statuses: byItem(actionOf, 'done' as const),
    proceedings: byItem((item) => item, {
      progress: 'begun' as const,
      openedAt: 5 as Millis,
      closedAt: null,
      usedMs: 7,
      extraMinutes: 3,
    }),
    interventions: under.map((item) => maybe(item, { ...request(item), type: null, startedAt: 5 as Millis, ms: 7 })),
    attendance: isMeeting ? [plant({ delegationType: 'state' as const, party: null, statedCount: '20', note: 'All' })] : [],
    attending: [
      maybe(null, {
        party,
        name: 'Somebody',
        code: null,
        type: 'other',
        partyStatus: null,
        membership: 'guest',
        region: null,
        state: 'present',
        delegates: [],
        movements: under.map((item) => maybe(item, { kind: 'arrived' as const, item, at: 5 as Millis })),
      }),
    ],
    current: twoOne,
    clock: maybe(twoOne, { runningSince: 5 as Millis, paused: false }),
    floor: {
      closedLists: [...items, 'none'],
      limitMinutes: maybe(null, 3),
      requests: under.map((item) => maybe(item, request(item))),
      speaking: maybe(twoOne, {
        request: request(twoOne),
        since: 5 as Millis,
        usedMs: 7,
        extraMinutes: 3,
        runningSince: 5 as Millis,
        paused: false,
      }),
    },
    reading: maybe(twoOne, { outcome: outcomeOf(twoOne), person: 'g:Ana' as never, actor, at: 5 as Millis, until: 9 as Millis }),
    shown: outcomeOf(twoOne),
  }
}

function recordWith(planted: Planted, whole: SessionState): MeetingRecord {
  const session = factsOf(whole)
  const maybe = <T>(item: ItemId, value: T): T => (planted(item) ? plant(value) : value)
  return {
    meetingId,
    head,
    session,
    items: views.map((view): ItemView => {
      const paper = { title: 'Paper', url: 'https://example.org' }
      const full = { title: words, notes: words, lead: party, purpose: 'agree' as const, papers: [paper], carriedOverFrom: 'x' }
      return { ...view, ...maybe(view.id, { ...full, progress: 'begun' as const, usedMs: 7, extraMinutes: 3, minutes: 5 }) }
    }),
    outcomes: items.map((item): OutcomeView => {
      const fixing = session.fixings[outcomeOf(item)]?.[0] ?? null
      const qualifiers = [{ id: id<never>(400), order: 'a', kind: 'noted', text: words }]
      const text = { kind: 'agreed', actor: party, text: words, qualifiers, standing: 'agreed' as const, fixing }
      return { id: outcomeOf(item), item, number: '1.1', order: 'a', removed: false, ...maybe(item, text) }
    }),
    actions: items.map((item): ActionView => {
      const due = { event: 'the Review Conference' }
      const text = { task: words, lead: party, partners: [party], due, basis: 'agreed' as const, status: 'done' as const }
      // Each comes out of an outcome of item 2.1, wherever it stands.
      const place = { id: actionOf(item), item, outcome: outcomeOf(twoOne), number: 'A1', order: 'a', removed: false }
      return { ...place, ...maybe(item, text) }
    }),
    targets: items.map((item): TargetView => {
      const text = { figure: 1, atLeast: true, what: words, event: 'by then', whose: 'all' }
      return {
        id: id<never>(500 + items.indexOf(item)),
        item,
        outcome: outcomeOf(twoOne),
        order: 'a',
        removed: false,
        ...maybe(item, text),
      }
    }),
  }
}

/** A record holds the facts alone. */
function factsOf(session: SessionState): SessionFacts {
  const { phase, history, standings, fixings, statuses, closedItems, closed } = session
  const { attendance, attending, proceedings, interventions, reviewing, reviews } = session
  const said = { standings, fixings, statuses, reviewing, reviews }
  return { phase, history, ...said, closedItems, closed, attendance, attending, proceedings, interventions }
}

const cases = [
  { name: 'an item with its parts', closedItems: [two], closed: false, hidden: [two, twoOne, twoTwo] },
  { name: 'a part alone', closedItems: [twoOne], closed: false, hidden: [twoOne] },
  { name: 'the meeting', closedItems: [], closed: true, hidden: [...items] },
]

describe.each(cases)('$name', ({ closedItems, closed, hidden }) => {
  const planted: Planted = (item) => (item === null ? closed : hidden.includes(item))
  const session: SessionState = { ...sessionWith(planted), closedItems, closed }
  const record = recordWith(planted, session)

  test('[ACC9] nothing of what is closed to observers is in what an observer gets: record and session', () => {
    expect(JSON.stringify([record, session]).split('SECRET').length).toBeGreaterThan(40)
    for (const seen of [visibleTo('observer', record), sessionVisibleTo('observer', session, () => record)]) {
      const text = JSON.stringify(seen)
      expect(text.includes('SECRET')).toBe(false)
      expect(text.includes(String(secretMs))).toBe(false)
      for (const item of hidden) {
        expect(text.includes(outcomeOf(item)) || text.includes(actionOf(item))).toBe(false)
      }
    }
  })

  test('[ACC10] an observer sees of it the number, that it is closed, and whether it is the current one', () => {
    const seen = visibleTo('observer', record)
    expect(seen.items.map((item) => [item.id, item.number])).toEqual(record.items.map((item) => [item.id, item.number]))
    for (const item of seen.items) expect(item.closed).toBe(hidden.includes(item.id))
    expect(sessionVisibleTo('observer', session, () => record)).toMatchObject({ current: twoOne, closed, closedItems })
  })

  test('[ACC11] an observer sees everything else', () => {
    const open = items.filter((item) => !hidden.includes(item))
    const seen = visibleTo('observer', record)
    expect(seen.outcomes.map((outcome) => outcome.item)).toEqual(open)
    expect(seen.targets.map((target) => target.item)).toEqual(open)
    expect(seen.items.filter((item) => open.includes(item.id))).toEqual(record.items.filter((item) => open.includes(item.id)))
    const { floor, interventions, proceedings, attending } = sessionVisibleTo('observer', session, () => record)
    expect(Object.keys(proceedings)).toEqual(open)
    const underNone = closed ? [] : [null]
    expect(floor.requests.map((request) => request.item)).toEqual([...open, ...underNone])
    expect(interventions.map((turn) => turn.item)).toEqual([...open, ...underNone])
    expect(attending.flatMap((entry) => entry.movements.map((one) => one.item))).toEqual([...open, ...underNone])
  })

  test('[ACC12] everybody else sees all of it, as the same object', () => {
    for (const role of roles.filter((one) => one !== 'observer')) {
      expect(visibleTo(role, record)).toBe(record)
      expect(sessionVisibleTo(role, session, () => record)).toBe(session)
    }
    const open = { ...record, session: { ...record.session, closed: false, closedItems: [] } }
    expect(visibleTo('observer', open)).toBe(open)
  })

  test('[ACC13] nobody is seen inside what is closed: neither item, nor text, nor caret', () => {
    for (const item of items) {
      const isHidden = hidden.includes(item)
      const fields = [`items/${item}/notes`, `outcomes/${outcomeOf(item)}/text`, `actions/${actionOf(item)}/task`]
      for (const field of fields) {
        const place = { item, field, cursor: { anchor: 'x' }, away: false }
        const seen = placeVisibleTo('observer', place, record)
        expect(seen).toEqual(isHidden ? { item: null, field: null, cursor: null, away: false } : place)
        if (!isHidden) expect(seen).toBe(place)
        expect(placeVisibleTo('participant', place, record)).toBe(place)
        // Whoever says to be elsewhere is not seen in a hidden text either.
        if (isHidden) expect(placeVisibleTo('observer', { item: null, field }, record).field).toBeNull()
      }
    }
    for (const field of ['nonsense', `outcomes/${worded}/text`, `targets/${id(7)}/what`]) {
      expect(placeVisibleTo('observer', { item: null, field }, record).field).toBeNull()
    }
    expect(placeVisibleTo('observer', { item: null, field: null }, record)).toEqual({ item: null, field: null })
  })
})
