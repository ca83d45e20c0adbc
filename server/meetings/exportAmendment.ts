import { type PersonId, type Result, refuse } from '../../shared/base/index.ts'
import { type Part, plainText } from '../../shared/record/index.ts'
import type { VersionLine } from '../../shared/session/index.ts'
import type { Amendment, AmendmentExport, ExportContext, ExportFile } from '../exports/index.ts'
import type { EnteredMeeting } from './enterMeeting.ts'
import { exportContext } from './exportContext.ts'
import { recordFor } from './readRecord.ts'
import type { Workspace } from './Workspace.ts'

interface Asked {
  readonly name: AmendmentExport
  /** Which version; without it the last of the kind. */
  readonly version: number | undefined
  readonly whose: PersonId
}

type FactsOf = (line: VersionLine) => Promise<Result<Pick<ExportContext, 'sealed' | 'numbers' | 'published'>>>

/** A corrigendum or an addendum as a document of its own, of what the caller may see of it. */
export async function exportAmendment(
  at: Workspace,
  entered: EnteredMeeting,
  { name, version, whose }: Asked,
  factsOf: FactsOf,
): Promise<Result<ExportFile>> {
  const kind = name.startsWith('corrigendum.') ? 'corrigendum' : 'addendum'
  const { versions } = entered.meeting.session
  const ofKind = versions.filter((one) => one.kind === kind)
  const line = version === undefined ? ofKind.at(-1) : ofKind.find((one) => one.number === version)
  if (line === undefined) return refuse('notFound', `There is no such ${kind}.`)
  const read = await recordFor(at, entered, line.number)
  if (!read.ok) return read
  const facts = await factsOf(line)
  if (!facts.ok) return facts
  const before = versions.filter((one) => one.number < line.number).at(-1)
  const amendment: Amendment = {
    kind,
    ordinal: ofKind.indexOf(line) + 1,
    before: before === undefined ? null : { version: before.number, fingerprint: before.fingerprint },
    corrections: facts.value.published?.corrections ?? [],
    addition: kind === 'addendum' ? lastAddition(facts.value.sealed) : null,
  }
  const context = { ...exportContext(at, entered.file, read.value), ...facts.value }
  return at.exporter.render({ kind: 'amendment', name, record: read.value.record, context, amendment }, whose)
}

/** The last addendum of a version, which is the one that it added; null where its parts are not shown. */
function lastAddition(sealed: ExportContext['sealed']): Amendment['addition'] {
  // The parts of a version are ours; only those that are hidden have a hash instead.
  const parts = (sealed?.parts ?? []).flatMap((one) => ('hash' in one ? [] : [one.part as Part]))
  const head = parts.filter((part) => part.kind === 'item' && part.key.startsWith('addendum:')).at(-1)
  if (head?.kind !== 'item') return null
  const paragraphs = parts.flatMap((part) =>
    part.kind === 'note' && part.key.startsWith(`${head.key}:`)
      ? [{ number: part.number ?? '', text: plainText([part.block]) }]
      : [],
  )
  return { title: plainText(head.title), paragraphs }
}
