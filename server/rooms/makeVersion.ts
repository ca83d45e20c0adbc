import type * as Y from 'yjs'
import type { NewId } from '../../shared/base/index.ts'
import {
  fingerprintOf,
  type MeetingRecord,
  type NameOf,
  partSpans,
  type RecordPaper,
  type Sealed,
} from '../../shared/record/index.ts'
import { paperFor, type WantedVersion } from '../../shared/session/index.ts'
import { sha256Digest } from '../base/index.ts'
import type { Span, StoredVersion } from '../storage/index.ts'
import type { Kept } from './Kept.ts'

/** What a version is made of: the record as it stands, and how its group and parties are called. */
export interface VersionSource {
  readonly record: MeetingRecord
  readonly doc: Y.Doc
  readonly group: string
  readonly nameOf: NameOf
}

/**
 * Makes the version that the rules want. Adopting and withdrawing change no word: paper, salts and fingerprint are those of
 * the version before, so that what all saw is what stands (DECIDED 12, 13).
 */
export async function makeVersion(
  wanted: WantedVersion,
  kept: Kept,
  source: VersionSource,
  newId: NewId,
): Promise<StoredVersion> {
  const { addition, ...line } = wanted
  if (wanted.kind === 'adopted' || wanted.kind === 'withdrawn') {
    if (kept.latest === null) throw new Error('There is no version before this one')
    const { paper, salts, fingerprint, spans } = kept.latest
    return { ...line, paper, salts, fingerprint, spans }
  }
  const before = kept.latest
  const { record, doc, group, nameOf } = source
  const newNoteKey = (item: string) => `note:${item}:${newId<string>()}`
  const { corrections } = line
  const paper = paperFor(wanted.kind, { record, group, nameOf, before, newNoteKey, corrections, addition })
  const salts = Object.fromEntries(paper.parts.map(({ key }) => [key, newId<string>()]))
  const fingerprint = await fingerprintOf(sealedOf({ paper, salts }), sha256Digest)
  return { ...line, paper, salts, fingerprint, spans: spansOf(wanted, doc, paper, before) }
}

/** A version as its fingerprint is made of it. */
export function sealedOf({ paper, salts, hashes = {} }: Pick<StoredVersion, 'paper' | 'salts' | 'hashes'>): Sealed {
  const { parts, ...head } = paper
  return {
    head,
    parts: parts.map((part) => {
      const hash = hashes[part.key]
      if (hash !== undefined) return { hash }
      const salt = salts[part.key]
      if (salt === undefined) throw new Error(`The part ${part.key} has no salt`)
      return { salt, part }
    }),
  }
}

/** What is mended or added on paper was never typed into the document. */
function spansOf(
  { kind, corrections }: WantedVersion,
  doc: Y.Doc,
  paper: RecordPaper,
  before: StoredVersion | null,
): Readonly<Record<string, readonly Span[]>> {
  if (kind === 'room' || kind === 'circulated') return partSpans(doc, paper)
  const mended = new Set(corrections.map((one) => one.part))
  return Object.fromEntries(Object.entries(before?.spans ?? {}).filter(([key]) => !mended.has(key)))
}
