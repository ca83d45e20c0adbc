import { ok, type Refused, type Result, refuse } from '../../shared/base/index.ts'
import type { MeetingHead } from '../../shared/record/index.ts'
import { type OnwardSource, type OpenMatters, openIn, type Proposal, type Template } from '../../shared/register/index.ts'
import { sessionLimits } from '../../shared/session/index.ts'
import type { Entered } from './enterGroup.ts'
import { type FoundOpen, findOpen } from './openMatters.ts'
import { unknown } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** From what a new meeting starts: all that is open or what one meeting left, or the chosen of it; proposals and a template. */
export interface StartAsk {
  readonly from?: string | undefined
  readonly items?: readonly { readonly meeting: string; readonly item: string }[] | undefined
  readonly actions?: readonly { readonly meeting: string; readonly action: string }[] | undefined
  readonly targets?: readonly { readonly meeting: string; readonly target: string }[] | undefined
  readonly proposals?: readonly string[] | undefined
  readonly template?: string | undefined
}

/** What the new agenda is made of, and the meeting whose habits it takes over; null for none. */
export interface Start {
  readonly source: OnwardSource
  readonly like: MeetingHead | null
}

const nothing: OpenMatters = { items: [], actions: [], targets: [] }

/** Gathers what a new agenda is to be made of; refuses what is not open any more, so that nobody starts from an old page. */
export async function startAgenda(at: Workspace, entered: Entered, ask: StartAsk): Promise<Result<Start>> {
  const isPlain = ask.from === undefined && ask.template === undefined && (ask.proposals ?? []).length === 0
  if (isPlain) return ok({ source: { open: nothing, proposals: [], template: null }, like: null })
  const found = await findOpen(at, entered)
  if (!found.ok) return found
  const left = leftBy(found.value, ask.from)
  if (!left.ok) return left
  const open = chosen(left.value.open, ask)
  const proposals = proposalsOf(found.value, ask.proposals ?? [])
  const template = templateOf(found.value, ask.template)
  if (open === null || proposals === null || template === undefined) return changed()
  if (open.actions.length > sessionLimits.reviewing) {
    return refuse('overLimit', `One meeting reviews at most ${sessionLimits.reviewing} actions.`)
  }
  return ok({ source: { open, proposals, template }, like: left.value.like })
}

function leftBy({ open, records }: FoundOpen, from: string | undefined): Result<{ open: OpenMatters; like: MeetingHead | null }> {
  const newest = records[0]?.record.head ?? null
  if (from === undefined) return ok({ open: nothing, like: newest })
  if (from === 'open') return ok({ open, like: newest })
  const source = records.find((one) => one.meetingId === from)
  return source === undefined ? unknown() : ok({ open: openIn(open, source.meetingId), like: source.record.head })
}

/** The chosen of what is open, in the order in which it stands; null when something chosen is not open. */
function chosen(open: OpenMatters, { items, actions, targets }: StartAsk): OpenMatters | null {
  const some = {
    items: pick(
      open.items,
      items,
      (one) => `${one.meeting.meetingId}/${one.item.id}`,
      (one) => `${one.meeting}/${one.item}`,
    ),
    actions: pick(
      open.actions,
      actions,
      (one) => `${one.meeting.meetingId}/${one.action.id}`,
      (one) => `${one.meeting}/${one.action}`,
    ),
    targets: pick(
      open.targets,
      targets,
      (one) => `${one.meeting.meetingId}/${one.target.id}`,
      (one) => `${one.meeting}/${one.target}`,
    ),
  }
  if (some.items === null || some.actions === null || some.targets === null) return null
  const kept = new Set(some.items)
  const places = new Set(some.items.map((one) => `${one.meeting.meetingId}/${one.item.id}`))
  const found = open.items.filter((one) => kept.has(one))
  return {
    // A part whose item stays behind comes alone.
    items: found.map((one) =>
      one.under !== null && !places.has(`${one.meeting.meetingId}/${one.under}`) ? { ...one, under: null } : one,
    ),
    actions: some.actions,
    targets: some.targets,
  }
}

function pick<One, Ask>(
  all: readonly One[],
  asked: readonly Ask[] | undefined,
  keyOf: (one: One) => string,
  keyOfAsk: (ask: Ask) => string,
): readonly One[] | null {
  if (asked === undefined) return all
  const wanted = new Set(asked.map(keyOfAsk))
  const found = all.filter((one) => wanted.has(keyOf(one)))
  return found.length === wanted.size ? found : null
}

/** In the backlog's order; null when one of them was settled meanwhile. */
function proposalsOf({ ledger }: FoundOpen, ids: readonly string[]): readonly Proposal[] | null {
  const found = ledger.proposals.filter((one) => one.settled === null && ids.includes(one.id))
  return found.length === new Set(ids).size ? found : null
}

/** Undefined when there is no such template. */
function templateOf({ ledger }: FoundOpen, id: string | undefined): Template | null | undefined {
  return id === undefined ? null : ledger.templates.find((one) => one.id === id)
}

function changed(): Refused {
  return refuse('stale', 'Something of what you chose is not open any more. Look again at what is.')
}
