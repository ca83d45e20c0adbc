import { ok, type Result, refuse } from '../../../shared/base/index.ts'
import {
  fingerprintOf,
  type MeetingRecord,
  type NameOf,
  type Party,
  paperOf,
  type RecordPaper,
  recordAt,
  type Sealed,
} from '../../../shared/record/index.ts'
import { sha256Digest } from '../../base/index.ts'
import type { Published, RecordExportFile } from '../../exports/index.ts'
import { differingPart } from './differingPart.ts'

/** A copy of a record that has been looked at: what it holds, and what it proves. */
export interface Copy {
  /** Its words are those of the paper, where there is one. */
  readonly record: MeetingRecord
  /** The version that the copy bears out; null for a draft, and for a copy that does not show all. */
  readonly version: CopiedVersion | null
  /** The fingerprint that it names and cannot bear out to others, because parts are not shown. */
  readonly cannotProve: string | null
  readonly hiddenParts: number
  readonly nameOf: NameOf
}

/** A version as it comes with a copy. */
export interface CopiedVersion {
  readonly number: number
  readonly fingerprint: string
  readonly published: Published
  readonly paper: RecordPaper
  readonly salts: Readonly<Record<string, string>>
}

/** Looks a copy through: refuses one whose words do not bear out its fingerprint, or whose record says something else than they do. */
export async function checkCopy(file: RecordExportFile): Promise<Result<Copy>> {
  // The strict schema has been asked; the ids are asked by the gate, when the document is made of them.
  const record = file.record as unknown as MeetingRecord
  const nameOf = nameIn(file.delegations)
  const nothing = { record, version: null, cannotProve: null, hiddenParts: 0, nameOf }
  const { fingerprint, version } = file
  if (fingerprint === null && version === null && file.sealed === null) return ok(nothing)
  if (fingerprint === null || version === null || file.sealed === null) return refuse('invalid', partial, 'copyPartial')
  // As above.
  const sealed = file.sealed as unknown as Sealed
  if ((await madeOf(sealed)) !== fingerprint) return refuse('invalid', changed, 'copyChanged')
  const hiddenParts = sealed.parts.filter((one) => 'hash' in one).length
  if (hiddenParts > 0) return ok({ ...nothing, cannotProve: fingerprint, hiddenParts })
  const shown = sealed.parts.flatMap((one) => ('hash' in one ? [] : [one]))
  const paper: RecordPaper = { ...sealed.head, parts: shown.map(({ part }) => part) }
  const salts = Object.fromEntries(shown.map(({ salt, part }) => [part.key, salt]))
  if (Object.keys(salts).length !== shown.length) return refuse('invalid', changed, 'copyChanged')
  const differing = differingPart(paper.parts, paperOf(record, file.group.name, nameOf).parts, { names: false })
  if (differing !== null)
    return refuse('invalid', `The record in this copy says something else than its sealed text: ${differing}.`, 'copyChanged')
  // Published was parsed by the schema that it is written by.
  const published = (file.published ?? guess(file)) as Published
  return ok({
    ...nothing,
    record: withNotes(recordAt(record, paper, nameOf), record),
    version: { number: version, fingerprint, published, paper, salts },
  })
}

/** A paper has no lines without words; they are put back where they stood. All others have been compared. */
function withNotes(made: MeetingRecord, { items }: MeetingRecord): MeetingRecord {
  const notes = new Map(items.map((item) => [item.id, item.notes]))
  return { ...made, items: made.items.map((item) => ({ ...item, notes: notes.get(item.id) ?? item.notes })) }
}

const partial =
  'This copy names a version without all that its fingerprint is made of: bring in the whole record (record.json), not an agenda or a note.'
const changed = 'The words of this copy do not bear out its fingerprint: it was changed after it was made.'

async function madeOf(sealed: Sealed): Promise<string | null> {
  try {
    return await fingerprintOf(sealed, sha256Digest)
  } catch {
    // Half a letter has no canonical form, so no version ever had one.
    return null
  }
}

/** Copies from before the kind of a version stood in them. */
function guess({ record, generatedAt }: RecordExportFile): Published {
  const kind = record.session.phase === 'adopted' ? 'adopted' : 'circulated'
  const at = (record.session.history.at(-1)?.at ?? Date.parse(generatedAt)) as Published['at'] // milliseconds by the schema
  return { kind, revision: null, at, actor: null, reason: null, corrections: [], adoption: null }
}

/** How the copy calls a party. */
function nameIn(delegations: RecordExportFile['delegations']): NameOf {
  return (party: Party) => {
    if ('words' in party) return { name: party.words, code: null }
    const known = Object.hasOwn(delegations, party.delegation) ? delegations[party.delegation] : undefined
    return known ?? { name: '', code: null }
  }
}
