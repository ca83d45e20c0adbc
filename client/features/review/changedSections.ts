import { type Part, type PartChange, plainText } from '../../../shared/record/index.ts'

/** Changes that stand under one item; a title of its own only where the item itself did not change. */
export interface ChangedSection<Change extends PartChange> {
  readonly key: string
  readonly title: string | null
  readonly changes: readonly Change[]
}

/** Only what differs, under the titles of its items, in reading order. */
export function changedSections<Change extends PartChange>(changes: readonly Change[]): readonly ChangedSection<Change>[] {
  const sections: { key: string; title: string | null; changes: Change[] }[] = []
  let item: { readonly key: string; readonly title: string } | null = null
  for (const change of changes) {
    const part: Part | null = change.after ?? change.before
    if (part?.kind === 'item') item = { key: change.key, title: titleOf(part) }
    else if (part?.item == null || part.kind === 'action') item = null
    if (change.what === 'same') continue
    const key = item?.key ?? `rest ${part?.kind}`
    const last = sections.at(-1)
    if (last?.key === key) last.changes.push(change)
    else sections.push({ key, title: part?.kind === 'item' ? null : (item?.title ?? null), changes: [change] })
  }
  return sections
}

function titleOf({ number, title }: Extract<Part, { readonly kind: 'item' }>): string {
  return [number, plainText(title)].filter((word) => word !== null && word !== '').join(' ')
}
