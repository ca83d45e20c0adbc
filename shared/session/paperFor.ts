import { never } from '../base/index.ts'
import {
  attributed,
  keepNoteKeys,
  type MeetingRecord,
  type NameOf,
  type NewNoteKey,
  paperOf,
  type RecordPaper,
  settle,
  withAddendum,
  withWords,
} from '../record/index.ts'
import type { Addition, Correction, RecordVersion, VersionKind } from './version.ts'

/** All that the paper of a version is made of. */
export interface PaperSource {
  /** The record as it stands; asked for `room` and `circulated` only. */
  readonly record: MeetingRecord
  readonly group: string
  readonly nameOf: NameOf
  /** The version before this one, of whatever kind; null for the first. */
  readonly before: Pick<RecordVersion, 'kind' | 'paper'> | null
  readonly newNoteKey: NewNoteKey
  readonly corrections: readonly Correction[]
  readonly addition: Addition | null
}

/**
 * The paper of a new version. Numbers are free until a record was circulated and stay from then on; what is adopted or
 * withdrawn is the paper before, the very same; a corrigendum changes words and no number.
 */
export function paperFor(kind: VersionKind, source: PaperSource): RecordPaper {
  const { before, newNoteKey, corrections, addition } = source
  switch (kind) {
    case 'room':
      return keepNoteKeys(drawnUp(source), null, newNoteKey)
    case 'circulated':
      return before === null || before.kind === 'room'
        ? keepNoteKeys(drawnUp(source), before?.paper ?? null, newNoteKey)
        : settle(drawnUp(source), before.paper, newNoteKey)
    case 'adopted':
    case 'withdrawn':
      return paperBefore(source)
    case 'corrigendum':
      return corrected(paperBefore(source), corrections)
    case 'addendum':
      if (addition === null) throw new Error('An addendum adds something')
      return withAddendum(paperBefore(source), addition.title, addition.paragraphs)
    default:
      return never(kind)
  }
}

/** The record as a paper, less what its attribution rule forbids: names that are not in it cannot be in its fingerprint (DECIDED 13). */
function drawnUp({ record, group, nameOf }: PaperSource): RecordPaper {
  const session = attributed(record.session, record.head.attribution)
  return paperOf(session === record.session ? record : { ...record, session }, group, nameOf)
}

function paperBefore({ before }: PaperSource): RecordPaper {
  if (before === null) throw new Error('There is no version before this one')
  return before.paper
}

function corrected(paper: RecordPaper, corrections: readonly Correction[]): RecordPaper {
  const words = new Map(corrections.map((one) => [one.part, one.after]))
  const parts = paper.parts.map((part) => {
    const after = words.get(part.key)
    return after === undefined ? part : withWords(part, after)
  })
  return { ...paper, parts }
}
