import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { BringInAnswer, BringInFind, BringInSource } from '../../shared/protocol/index.ts'
import { stretchesOf } from './compose/stretchesOf.ts'
import type { Kept } from './Kept.ts'
import { readingLimits } from './limits.ts'
import { readSource } from './readSource.ts'
import type { Found } from './recognise/Found.ts'
import { recognise } from './recognise/recognise.ts'

/** A file that came in. */
export interface GivenFile {
  readonly part: BringInFind['part']
  readonly name: string
  readonly bytes: Uint8Array
}

/** What was read and found, and what is kept of it to make a record from. */
export interface Preview {
  readonly sources: readonly BringInSource[]
  readonly finds: readonly BringInFind[]
  readonly problems: BringInAnswer['problems']
  readonly kept: Kept
}

/** Reads one file, or minutes with their agenda. Refuses only what cannot be read at all, or is over a limit. */
export function readPreview(files: readonly GivenFile[]): Result<Preview> {
  const read: {
    file: GivenFile
    source: BringInSource
    reading: Extract<ReturnType<typeof readSource>, { ok: true }>['value']['reading']
  }[] = []
  for (const file of files) {
    const one = readSource(file.bytes, file.name)
    if (!one.ok)
      return files.length === 1 ? one : refuse(one.refusal.code, `${file.name}: ${one.refusal.message}`, one.refusal.reason)
    const { format, encoding, reading } = one.value
    const source = { part: file.part, name: file.name, format, encoding, bytes: file.bytes.length, lines: [...reading.lines] }
    read.push({ file, source, reading })
  }
  const recognised = recognise(read.map(({ file, reading }) => ({ part: file.part, name: file.name, reading })))
  const shown = withinLimits(recognised.finds)
  const ids = new Map(shown.map((find, index) => [find, `f${index + 1}`]))
  const idOf = (find: Found) => ids.get(find) ?? null
  const above = new Map(
    recognised.items.map((item) => [
      item.found as Found,
      item.above === null ? null : idOf((item.above.into ?? item.above).found),
    ]),
  )
  const finds = shown.map((find) =>
    wireFind(find, idOf(find) ?? '', above.get(find) ?? null, itemId(recognised.itemOf.get(find), idOf)),
  )
  const sources = read.map(({ source }) => source)
  const problems: BringInAnswer['problems'] = read.flatMap(({ file, reading }) =>
    reading.problems.map((one) => ({ part: file.part, ...one })),
  )
  if (shown.length < recognised.finds.length)
    problems.push({ part: 'minutes', problem: 'tooManyFinds', words: String(recognised.finds.length - shown.length) })
  if (finds.every((find) => find.kind === 'title' || find.kind === 'language'))
    problems.push({ part: 'minutes', problem: 'nothingFound', words: '' })
  const blocks = read.map(({ file, reading }) => ({ part: file.part, blocks: reading.blocks }))
  return ok({ sources, finds, problems, kept: { sources, finds, stretches: stretchesOf(recognised, idOf), blocks } })
}

/** No more of one kind than a record may hold; what is not shown stays in the notes. */
function withinLimits(finds: readonly Found[]): readonly Found[] {
  const most: Partial<Record<Found['kind'], number>> = {
    item: 1_500,
    decision: 1_900,
    action: 1_900,
    person: 900,
    contradiction: 100,
  }
  const counts = new Map<string, number>()
  return finds
    .filter((find) => {
      const count = (counts.get(find.kind) ?? 0) + 1
      counts.set(find.kind, count)
      return count <= (most[find.kind] ?? 200)
    })
    .slice(0, readingLimits.finds)
}

function itemId(item: { readonly found: Found } | undefined, idOf: (find: Found) => string | null): string | null {
  return item === undefined ? null : idOf(item.found)
}

function wireFind(find: Found, id: string, parent: string | null, item: string | null): BringInFind {
  const common = {
    id,
    part: find.part,
    sourceFrom: find.at.from,
    sourceTo: find.at.to,
    sourceText: find.text.slice(0, 1_000),
    certainty: find.certainty,
    reason: find.reason,
    reasonWords: find.reasonWords.filter((words) => words !== '').map((words) => words.slice(0, 300)),
  }
  switch (find.kind) {
    case 'date':
      return { ...common, kind: 'date', value: find.value, choices: [...(find.choices ?? [])] }
    case 'item':
      return { ...common, kind: 'item', value: { ...find.value, parent } }
    case 'decision':
      return { ...common, kind: 'decision', value: { ...find.value, item } }
    case 'action':
      return { ...common, kind: 'action', value: { ...find.value, item } }
    case 'putOff':
      return { ...common, kind: 'putOff', value: { item } }
    default:
      // The other kinds say the same inside and outside; the tag was just looked at.
      return { ...common, kind: find.kind, value: find.value } as BringInFind
  }
}
