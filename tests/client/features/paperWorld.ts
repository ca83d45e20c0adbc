import type { ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import type { Block, ItemView, MeetingRecord, OutcomeView } from '../../../shared/record/index.ts'

/** A paragraph of these words. */
export const words = (text: string): Block => ({ kind: 'paragraph', runs: text === '' ? [] : [{ text }] })
// The brands are earned: a test names its own things.
const itemId = (name: string) => name as ItemId

/** An item of the agenda by its name. */
export function item(name: string, changes: Partial<ItemView> = {}): ItemView {
  return {
    id: itemId(name),
    number: '1',
    parent: null,
    order: name,
    title: [words(name)],
    notes: [],
    lead: null,
    purpose: null,
    minutes: null,
    papers: [],
    carriedOverFrom: null,
    closed: false,
    progress: 'notBegun',
    usedMs: 0,
    extraMinutes: 0,
    removed: false,
    ...changes,
  }
}

/** An outcome under an item. */
export function outcome(name: string, of: string, changes: Partial<OutcomeView> = {}): OutcomeView {
  return {
    id: name as OutcomeId,
    item: itemId(of),
    number: '1.1',
    order: name,
    kind: 'noted',
    actor: null,
    text: [words(name)],
    qualifiers: [],
    standing: null,
    fixing: null,
    removed: false,
    ...changes,
  }
}

/** A draft with these items and outcomes. */
export function record(parts: Pick<MeetingRecord, 'items' | 'outcomes'>): MeetingRecord {
  return {
    meetingId: 'm' as MeetingId,
    head: {
      title: 'Meeting',
      formalMeeting: null,
      startsAt: null,
      endsAt: null,
      timeZone: null,
      place: null,
      links: [],
      language: 'en',
      attribution: 'named',
      symbol: null,
    },
    session: {
      phase: 'draft',
      history: [],
      standings: {},
      fixings: {},
      statuses: {},
      closedItems: [],
      closed: false,
      attendance: [],
      attending: [],
      proceedings: {},
      interventions: [],
      reviewing: null,
      reviews: [],
    },
    actions: [],
    targets: [],
    ...parts,
  }
}
