import type { BringInFind, BringInSource } from '../../../shared/protocol/index.ts'

/** A line of the source with the finds that begin there, or a stretch of lines without any. */
export type SourceRow =
  | {
      readonly kind: 'line'
      readonly number: number
      readonly text: string
      readonly finds: readonly BringInFind[]
      readonly isPart: boolean
    }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }

/** Texts up to this length are shown whole. */
const shortLines = 1_200
/** Lines around a find that are shown in a longer text. */
const around = 3

/** The rows of one source. In a long text, stretches without finds are folded until somebody opens them. */
export function sourceRows(
  source: BringInSource,
  finds: readonly BringInFind[],
  opened: ReadonlySet<number>,
): readonly SourceRow[] {
  const own = finds.filter((find) => find.part === source.part && find.kind !== 'contradiction')
  const beginning = new Map<number, BringInFind[]>()
  const covered = new Set<number>()
  for (const find of own) {
    beginning.set(find.sourceFrom, [...(beginning.get(find.sourceFrom) ?? []), find])
    for (let line = find.sourceFrom; line <= find.sourceTo; line += 1) covered.add(line)
  }
  const isFolded = source.lines.length > shortLines
  const near = isFolded ? nearby(covered, source.lines.length) : null
  const rows: SourceRow[] = []
  source.lines.forEach((text, index) => {
    const number = index + 1
    if (near !== null && !near.has(number)) {
      const gap = rows.at(-1)
      if (gap?.kind === 'gap') rows[rows.length - 1] = { ...gap, to: number }
      else rows.push({ kind: 'gap', from: number, to: number })
      return
    }
    rows.push({ kind: 'line', number, text, finds: beginning.get(number) ?? [], isPart: covered.has(number) })
  })
  return rows.flatMap((row) => (row.kind === 'gap' && opened.has(row.from) ? linesOf(source, row) : [row]))
}

function nearby(covered: ReadonlySet<number>, count: number): ReadonlySet<number> {
  const near = new Set<number>()
  for (const line of covered) for (let step = -around; step <= around; step += 1) near.add(line + step)
  for (let line = 1; line <= Math.min(around, count); line += 1) near.add(line)
  return near
}

/** An opened stretch, up to so many lines; what is left stays folded behind them. */
function linesOf(source: BringInSource, { from, to }: Extract<SourceRow, { kind: 'gap' }>): readonly SourceRow[] {
  const last = Math.min(to, from + 299)
  const lines = source.lines
    .slice(from - 1, last)
    .map((text, index): SourceRow => ({ kind: 'line', number: from + index, text, finds: [], isPart: false }))
  return last < to ? [...lines, { kind: 'gap', from: last + 1, to }] : lines
}
