import type { ItemId, NewId, TargetId } from '../base/index.ts'
import {
  type CarriedAction,
  limits,
  type MeetingHead,
  originText,
  plainText,
  type RecordEdit,
  type Reviewing,
} from '../record/index.ts'
import { statedDay } from './days.ts'
import type { OpenAction, OpenItem, OpenMatters, OpenTarget } from './onwardOpen.ts'
import type { ItemLine, Proposal, Template } from './onwardState.ts'

/** What a new agenda is made of, in this order: review of actions, items carried over, targets, proposals, template. */
export interface OnwardSource {
  readonly open: OpenMatters
  readonly proposals: readonly Proposal[]
  readonly template: Template | null
}

/** The fixed words of a new agenda, in the new record's language. */
export interface OnwardWords {
  readonly review: string
  readonly targets: string
  /** "27 May 2002 (item 4)"; the title where no date is stated. */
  readonly origin: (head: MeetingHead, number: string | null) => string
  /** Who proposed an item, and why. */
  readonly proposal: (proposal: Proposal) => string
}

/** A new agenda: the edits that write it, and the session's side of it. */
export interface OnwardAgenda {
  readonly edits: readonly RecordEdit[]
  readonly closedItems: readonly ItemId[]
  readonly reviewing: Reviewing | null
}

/** Writes the agenda of a new meeting. Nothing of the old records is changed; their words are copied, with where they are from. */
export function onwardAgenda({ open, proposals, template }: OnwardSource, words: OnwardWords, newId: NewId): OnwardAgenda {
  const reviewing = open.actions.length === 0 ? null : { item: newId<ItemId>(), actions: open.actions.map(carriedAction) }
  const review =
    reviewing === null ? [] : [plainItem(reviewing.item, null, { title: words.review, purpose: 'inform', minutes: null })]
  const carried = carriedItems(open.items, words, newId)
  const targets = targetEdits(open.targets, carried.places, words, newId)
  return {
    edits: [
      ...review,
      ...carried.edits,
      ...targets.edits,
      ...proposals.map((one) => proposalItem(one, words, newId)),
      ...(template?.items ?? []).flatMap((line) => templateItems(line, newId)),
    ],
    closedItems: [...carried.closed, ...targets.closed],
    reviewing,
  }
}

function carriedAction({ meeting, action, status, closed }: OpenAction): CarriedAction {
  const { meetingId, head } = meeting
  return {
    action: action.id,
    meeting: meetingId,
    meetingTitle: head.title,
    meetingDate: statedDay(head.startsAt),
    number: action.number,
    task: plainText(action.task),
    lead: action.lead,
    due: action.due,
    status,
    closed,
  }
}

/** Where each carried item went: by old meeting and item. */
type Places = ReadonlyMap<string, ItemId>

function carriedItems(items: readonly OpenItem[], words: OnwardWords, newId: NewId) {
  const places = new Map<string, ItemId>(items.map((one) => [placeKey(one.meeting.meetingId, one.item.id), newId<ItemId>()]))
  const placeOf = (one: OpenItem, id: ItemId): ItemId | null => places.get(placeKey(one.meeting.meetingId, id)) ?? null
  const edits = items.flatMap((one): readonly RecordEdit[] => {
    const id = placeOf(one, one.item.id)
    if (id === null) return []
    const { lead, purpose, minutes, papers, number, title } = one.item
    const origin = words.origin(one.meeting.head, number).slice(0, limits.wordsLength / 2)
    const values = { lead, purpose, minutes, papers, carriedOverFrom: originText(one.meeting.meetingId, one.item.id, origin) }
    const parent = one.under === null ? null : placeOf(one, one.under)
    return [{ kind: 'item.add', id, parent, after: 'last', title: plainText(title), values }]
  })
  const closed = items.flatMap((one) => (one.closed ? (placeOf(one, one.item.id) ?? []) : []))
  return { edits, closed, places: places as Places }
}

/** Targets go where their item went; the others come under an item of their own, those closed to observers under another. */
function targetEdits(targets: readonly OpenTarget[], places: Places, words: OnwardWords, newId: NewId) {
  const edits: RecordEdit[] = []
  const closedItems: ItemId[] = []
  const collected = new Map<boolean, ItemId>()
  for (const { meeting, target, closed } of targets) {
    const item = places.get(placeKey(meeting.meetingId, target.item)) ?? collect(closed)
    const { figure, atLeast, event, whose } = target
    const values = { outcome: null, figure, atLeast, event, whose }
    edits.push({ kind: 'target.add', id: newId<TargetId>(), item, after: 'last', what: plainText(target.what), values })
  }
  return { edits, closed: closedItems }

  function collect(closed: boolean): ItemId {
    const known = collected.get(closed)
    if (known !== undefined) return known
    const id = newId<ItemId>()
    collected.set(closed, id)
    edits.push(plainItem(id, null, { title: words.targets, purpose: 'discuss', minutes: null }))
    if (closed) closedItems.push(id)
    return id
  }
}

function proposalItem(proposal: Proposal, words: OnwardWords, newId: NewId): RecordEdit {
  const notes = [{ kind: 'paragraph' as const, runs: [{ text: words.proposal(proposal) }] }]
  return { ...plainItem(newId<ItemId>(), null, proposal), notes }
}

function templateItems({ children, ...line }: Template['items'][number], newId: NewId): readonly RecordEdit[] {
  const id = newId<ItemId>()
  return [plainItem(id, null, line), ...children.map((child) => plainItem(newId<ItemId>(), id, child))]
}

function plainItem(
  id: ItemId,
  parent: ItemId | null,
  { title, purpose, minutes }: ItemLine,
): Extract<RecordEdit, { readonly kind: 'item.add' }> {
  return { kind: 'item.add', id, parent, after: 'last', title, values: { purpose, minutes } }
}

function placeKey(meeting: string, item: string): string {
  return `${meeting}/${item}`
}
