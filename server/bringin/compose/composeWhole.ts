import type { ItemId, NewId } from '../../../shared/base/index.ts'
import { limits, type RecordEdit } from '../../../shared/record/index.ts'
import { type Block, lineOf } from '../Block.ts'
import type { Kept } from '../Kept.ts'
import type { Composed } from './composeRecord.ts'
import { cutNotes } from './composeRecord.ts'
import { notesOf } from './notesOf.ts'

/** The whole text as it stands, with nothing made of it: one item for each file, and more only where a text may not be longer. */
export function composeWhole(kept: Kept, title: string, newId: NewId): Composed {
  const edits = kept.blocks.flatMap(({ part, blocks }, file) => {
    const source = kept.sources.find((one) => one.part === part)
    const lines = source?.lines ?? []
    const whole = holdsEveryWord(lines, blocks) ? blocks : asLines(lines)
    const name = file === 0 ? title : (source?.name ?? title)
    return cutNotes(whole).map((portion, index): RecordEdit => {
      const numbered = index === 0 ? name : `${name} (${index + 1})`
      return {
        kind: 'item.add',
        id: newId<ItemId>(),
        parent: null,
        after: 'last',
        title: numbered.slice(0, limits.titleLength),
        notes: notesOf(portion),
      }
    })
  })
  return { edits, facts: { standings: {}, statuses: {}, attendance: [], attending: [], proceedings: {} } }
}

/** Whether no word of the lines is missing from the blocks; markup that holds words of its own would be. */
export function holdsEveryWord(lines: readonly string[], blocks: readonly Block[]): boolean {
  const held = new Map<string, number>()
  const count = (text: string, step: number) => {
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) held.set(word, (held.get(word) ?? 0) + step)
  }
  for (const block of blocks) {
    if (block.kind === 'table')
      for (const cells of [block.head ?? [], ...block.rows.map((row) => row.cells)]) count(cells.join(' '), 1)
    else {
      count(block.text, 1)
      for (const run of block.runs) if (run.link !== undefined) count(run.link, 1)
      if (block.kind === 'line' && block.number !== null) count(block.number, 1)
      if (block.kind === 'line' && block.checked !== null) count('x', 1)
    }
  }
  return lines.every((line) =>
    (line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => {
      const left = (held.get(word) ?? 0) - 1
      held.set(word, left)
      return left >= 0
    }),
  )
}

function asLines(lines: readonly string[]): readonly Block[] {
  return lines.flatMap((text, index) =>
    text.trim() === '' ? [] : [lineOf({ from: index + 1, to: index + 1 }, [{ text: text.trimEnd() }])],
  )
}
