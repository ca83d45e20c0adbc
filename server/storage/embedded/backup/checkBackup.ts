import { readJsonText } from '../jsonText.ts'
import { partsOf } from '../keys.ts'
import { unseal } from '../seal.ts'
import { type BackupPart, readBackup } from './readBackup.ts'

/** What a backup holds, told only when every hash in it fits. */
export interface BackupSummary {
  /** ISO 8601 in UTC: everything that was answered as saved before is in it. */
  readonly at: string
  readonly epoch: string
  /** The data folder's format. */
  readonly format: number
  readonly groups: number
  readonly meetings: number
  readonly documents: number
  readonly rows: number
  readonly bytes: number
  /** Of the whole file, as `sha256sum` says it. */
  readonly sha256: string
  /** What was damaged in the data folder already when the backup was made; it is in it as it was. */
  readonly damaged: readonly string[]
}

/** Reads a backup from end to end and compares every hash and checksum. Throws `BadBackup` when it is not whole. */
export async function checkBackup(chunks: AsyncIterable<Uint8Array>): Promise<BackupSummary> {
  const seen = rowsSeen()
  for await (const part of readBackup(chunks)) {
    if (part.kind === 'manifest') return summary(part, seen)
    if (part.kind === 'file') noteFile(part, seen)
    else for (const [key, sealed] of part.rows) noteRow(key, sealed, seen)
  }
  throw new Error('A backup ended without its manifest') // readBackup throws before
}

/** What was counted so far. */
export interface Seen {
  groups: number
  meetings: number
  documents: number
  rows: number
  readonly damaged: Set<string>
}

/** Nothing counted yet. */
export function rowsSeen(): Seen {
  return { groups: 0, meetings: 0, documents: 0, rows: 0, damaged: new Set() }
}

function noteFile({ name, bytes }: Extract<BackupPart, { kind: 'file' }>, seen: Seen): void {
  if (name.startsWith('groups/')) seen.groups += 1
  try {
    readJsonText(new TextDecoder().decode(bytes))
  } catch {
    seen.damaged.add(name)
  }
}

/** Counts a row of the log and looks whether its checksum fits. */
export function noteRow(key: string, sealed: Uint8Array, seen: Seen): void {
  const { kind, owner, part } = partsOf(key)
  seen.rows += 1
  if (kind === 'm') seen.meetings += 1
  if (kind === 'd' && part === 'head') seen.documents += 1
  try {
    unseal(key, sealed)
  } catch {
    seen.damaged.add(`${kind}/${owner}`)
  }
}

function summary({ manifest, bytes, sha256 }: Extract<BackupPart, { kind: 'manifest' }>, seen: Seen): BackupSummary {
  const { at, epoch, format, rows } = manifest
  const { groups, meetings, documents } = seen
  return {
    at: new Date(at).toISOString(),
    epoch,
    format,
    groups,
    meetings,
    documents,
    rows,
    bytes,
    sha256,
    damaged: [...seen.damaged],
  }
}
