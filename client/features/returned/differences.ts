import type { CopiesAnswer, CopyDifferenceAnswer } from '../../../shared/protocol/index.ts'
import type { ActionStatus, CopyDifference, ItemView, Standing } from '../../../shared/record/index.ts'

/** A difference with the copies that say so, and what was decided. */
export type Difference = CopyDifference & Pick<CopyDifferenceAnswer, 'variantId' | 'copies' | 'decision'>

export type Copies = Omit<CopiesAnswer, 'differences'> & { readonly differences: readonly Difference[] }

/** What differs in one item, and where that item stands. */
export interface DifferingItem {
  readonly id: string
  /** As the record has it, else as a copy has it; null when nobody knows it. */
  readonly item: ItemView | null
  readonly words: string
  readonly differences: readonly Difference[]
}

/** By item, in the record's order; items that only copies have come behind. */
export function byItem(differences: readonly Difference[], items: readonly ItemView[]): readonly DifferingItem[] {
  const groups = new Map<string, Difference[]>()
  for (const difference of differences) {
    const id = difference.part.item ?? ''
    groups.set(id, [...(groups.get(id) ?? []), difference])
  }
  const known = items.filter((item) => groups.has(item.id)).map((item) => item.id as string)
  const others = [...groups.keys()].filter((id) => !known.includes(id))
  return [...known, ...others].map((id) => {
    const item = items.find((one) => one.id === id) ?? null
    const own = groups.get(id) ?? []
    return { id, item, words: own.find((one) => one.part.kind === 'item')?.part.words ?? '', differences: own }
  })
}

/** Nobody has decided about it, and there is something to take. */
export function isOpen({ what, decision }: Difference): boolean {
  return what !== 'missing' && decision === null
}

/** Whether a part is one that copies took away or brought back. */
export function removal({ part, now }: CopyDifference): 'removed' | 'restored' | null {
  if (now === null || part.kind === 'note' || now.kind === 'note' || part.removed === now.removed) return null
  return part.removed ? 'removed' : 'restored'
}

/** Facts that are no words of the record: they are set by commands of the session, and never by taking in. */
export const sessionFacts: ReadonlySet<string> = new Set(['standing', 'status'])

/** Whether taking it in would write anything. */
export function isWritable({ fields, now }: CopyDifference): boolean {
  return now === null || fields.some((field) => !sessionFacts.has(field))
}

/** The sentence for a standing or status. */
export type FactKey = `fact.standing.${Exclude<Standing, 'proposed'>}` | `fact.status.${Exclude<ActionStatus, 'open'>}`

/** The standing or status that the copy names, where it is another one. */
export function factOf({ part, fields, now }: CopyDifference): FactKey | null {
  const isTold = now === null || fields.some((field) => sessionFacts.has(field))
  if (!isTold) return null
  if (part.kind === 'outcome')
    return part.standing === null || part.standing === 'proposed' ? null : (`fact.standing.${part.standing}` as const)
  return part.kind === 'action' && part.status !== 'open' ? (`fact.status.${part.status}` as const) : null
}
