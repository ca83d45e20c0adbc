import type { OpenAnswer } from '../../../shared/protocol/index.ts'
import type { StartBody } from '../../sync/index.ts'

/** From what a new meeting starts, as the form holds it. */
export interface StartDraft {
  /** `open`, `nothing`, or a meeting's id. */
  readonly from: string
  /** Keys of what was left out of what is open. */
  readonly leftOut: ReadonlySet<string>
  /** Ids of proposals that come onto the agenda. */
  readonly proposals: ReadonlySet<string>
  readonly template: string | null
}

/** All that is open, and no proposal but the one that was asked for: taking one is a decision. */
export function newStart(open: OpenAnswer, proposal: string | null): StartDraft {
  const hasOpen = open.items.length + open.actions.length + open.targets.length > 0
  const wanted = open.proposals.filter((one) => one.proposal === proposal).map((one) => one.proposal)
  return { from: hasOpen ? 'open' : 'nothing', leftOut: new Set(), proposals: new Set(wanted), template: null }
}

type Origin = { readonly meetingId: string }

/** Names one open thing: ids of different records cannot be mixed up. */
export function keyOf(one: Origin, id: string): string {
  return `${one.meetingId}/${id}`
}

/** What of the open things is offered under this choice. */
export function offered(open: OpenAnswer, from: string): Pick<OpenAnswer, 'items' | 'actions' | 'targets'> {
  const isOffered = (one: Origin) => from === 'open' || one.meetingId === from
  return {
    items: open.items.filter(isOffered),
    actions: open.actions.filter(isOffered),
    targets: open.targets.filter(isOffered),
  }
}

/** What of it was chosen. */
export function chosen(open: OpenAnswer, draft: StartDraft): Pick<OpenAnswer, 'items' | 'actions' | 'targets'> {
  const { items, actions, targets } = offered(open, draft.from)
  const isIn = (one: Origin, id: string) => !draft.leftOut.has(keyOf(one, id))
  return {
    items: items.filter((one) => isIn(one, one.item)),
    actions: actions.filter((one) => isIn(one, one.action)),
    targets: targets.filter((one) => isIn(one, one.target)),
  }
}

/** What is sent: exactly what was seen and chosen, so that something that changed meanwhile is told and not guessed. */
export function startBody(open: OpenAnswer, draft: StartDraft): StartBody {
  const { items, actions, targets } = chosen(open, draft)
  const lists = {
    from: draft.from,
    items: items.map((one) => ({ meeting: one.meetingId, item: one.item })),
    actions: actions.map((one) => ({ meeting: one.meetingId, action: one.action })),
    targets: targets.map((one) => ({ meeting: one.meetingId, target: one.target })),
  }
  return {
    ...(draft.from === 'nothing' ? {} : lists),
    ...(draft.proposals.size === 0 ? {} : { proposals: [...draft.proposals] }),
    ...(draft.template === null ? {} : { template: draft.template }),
  }
}
