import { never } from '../base/index.ts'
import type { OnwardEvent, OnwardState, Proposal } from './onwardState.ts'

/** Backlog and templates after an event. */
export function evolveOnward({ proposals, templates }: OnwardState, event: OnwardEvent): OnwardState {
  switch (event.kind) {
    case 'proposal.made':
      return { proposals: [...proposals, event.proposal], templates }
    case 'proposal.settled': {
      const { settled } = event
      return { proposals: proposals.map((one) => (one.id === event.proposal ? { ...one, settled } : one)), templates }
    }
    case 'proposal.moved':
      return { proposals: moved(proposals, event), templates }
    case 'template.saved': {
      const { template } = event
      const isKnown = templates.some((one) => one.id === template.id)
      const saved = isKnown ? templates.map((one) => (one.id === template.id ? template : one)) : [...templates, template]
      return { proposals, templates: saved }
    }
    case 'template.removed':
      return { proposals, templates: templates.filter((one) => one.id !== event.template) }
    default:
      return never(event)
  }
}

function moved(
  proposals: readonly Proposal[],
  { proposal, after }: Extract<OnwardEvent, { readonly kind: 'proposal.moved' }>,
): readonly Proposal[] {
  const one = proposals.find(({ id }) => id === proposal)
  if (one === undefined) return proposals
  const others = proposals.filter(({ id }) => id !== proposal)
  const at = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1
  return [...others.slice(0, at), one, ...others.slice(at)]
}
