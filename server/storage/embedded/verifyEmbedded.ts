import type { DocumentId } from '../../../shared/base/index.ts'
import type { CheckDocument, CheckVersion, StoredMeeting, Verification } from '../port.ts'
import { type DirectoryParts, verifyDirectory } from './EmbeddedDirectory.ts'
import { isName, partsOf, ranges } from './keys.ts'
import type { Loss } from './noteLosses.ts'
import { Damaged, readDocument } from './readDocument.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { unseal, unsealJson } from './seal.ts'
import { noteLedgerRow, type SeenLedgers, verifyLedgers } from './verifyLedgers.ts'
import { noteReportRow, type SeenReports, verifyReports } from './verifyReports.ts'
import { type SeenVersions, verifyVersions } from './verifyVersions.ts'

interface Findings extends SeenLedgers, SeenReports {
  readonly documents: Set<string>
  readonly meetings: Map<string, string>
  readonly listed: Set<string>
  readonly damaged: { what: string; why: string }[]
  readonly sessions: Map<string, StoredMeeting['session']>
  readonly frozen: Set<string>
  readonly versions: Map<string, number[]>
  frames: number
}

/** Reads all that is stored, compares every checksum and number, and names what is damaged. Changes nothing. */
export async function verifyEmbedded(
  log: SyncedLog,
  parts: DirectoryParts,
  checkDocument?: CheckDocument,
  checkVersion?: CheckVersion,
): Promise<Verification> {
  const directory = await readGroups(parts)
  const found = nothingYet()
  await readEverything(log, found)
  for (const documentId of found.documents) await readWhole(log, documentId, found, checkDocument)
  compare(found, new Set(directory.groups))
  found.damaged.push(...(await verifyVersions(log, found, checkVersion)))
  found.damaged.push(...verifyLedgers(found, new Set(directory.groups)))
  found.damaged.push(...verifyReports(found, found.documents, new Set(directory.groups)))
  return {
    groups: directory.groups.length,
    meetings: found.meetings.size,
    documents: found.documents.size,
    frames: found.frames,
    versions: [...found.versions.values()].reduce((sum, numbers) => sum + numbers.length, 0),
    damaged: [...directory.damaged, ...found.damaged],
  }
}

function nothingYet(): Findings & SeenVersions {
  return {
    documents: new Set(),
    meetings: new Map(),
    listed: new Set(),
    damaged: [],
    sessions: new Map(),
    frozen: new Set(),
    versions: new Map(),
    ledgers: new Map(),
    reports: new Map(),
    listedReports: new Set(),
    reportDocuments: new Set(),
    frames: 0,
  }
}

async function readGroups(
  parts: DirectoryParts,
): Promise<{ groups: readonly string[]; damaged: readonly { what: string; why: string }[] }> {
  try {
    const { groups, damaged } = await verifyDirectory(parts)
    return { groups, damaged: damaged.map(told) }
  } catch (error) {
    return { groups: [], damaged: [toldOf('groups', error)] }
  }
}

async function readEverything(log: SyncedLog, found: Findings): Promise<void> {
  try {
    for await (const [key, sealed] of log.entries(ranges.everything)) readOne(key, sealed, found)
  } catch (error) {
    found.damaged.push(toldOf('log', error))
  }
}

function readOne(key: string, sealed: Uint8Array, found: Findings): void {
  const { kind, owner, part } = partsOf(key)
  const what = nameOf(kind, owner)
  // A name that no key has is itself the damage; it must not be looked up.
  if (what === null || (owner !== '' && !isName(owner))) {
    found.damaged.push({ what: 'log', why: 'there is a key that is not ours' })
    return
  }
  // Documents are read again as a whole, and told once; only that they are there is noted.
  if (kind === 'd') {
    found.documents.add(owner)
    if (part === 'f') found.frames += 1
    return
  }
  try {
    if (kind === 'm') {
      const { groupId, session } = unsealJson<StoredMeeting>(key, sealed)
      found.meetings.set(owner, groupId)
      found.sessions.set(owner, session)
    } else if (kind === 'v') found.versions.set(owner, [...(found.versions.get(owner) ?? []), Number.parseInt(part, 16)])
    else if (kind === 'l') noteLedgerRow(key, sealed, found)
    else if (kind === 'r' || kind === 'q') noteReportRow(key, sealed, found)
    else if (kind === 'loss') found.damaged.push({ what, why: lossOf(unsealJson<Loss>(key, sealed)) })
    else unseal(key, sealed)
    if (kind === 'g') found.listed.add(part)
  } catch (error) {
    found.damaged.push(toldOf(what, error))
  }
}

function lossOf({ at, loss }: Loss): string {
  return `left out when it was opened at ${new Date(at).toISOString()} (to be expected after a power cut only): ${loss}`
}

function nameOf(kind: string, owner: string): string | null {
  switch (kind) {
    case 'd':
    case 'w':
      return `document ${owner}`
    case 'a':
      return `texts aside of document ${owner}`
    case 'm':
    case 'c':
    case 'v':
      return `meeting ${owner}`
    case 'r':
      return `report ${owner}`
    case 'q':
      return `list of reports of group ${owner}`
    case 'g':
      return `list of meetings of group ${owner}`
    case 'loss':
    case 'probe':
      return 'log'
    case 'l':
      return `register of group ${owner}`
    case 'y':
      return `visits to group ${owner}`
    case 's':
      return `sources of meeting ${owner}`
    case 'u':
      return `returned copies of document ${owner}`
    case 'k':
      return `comments of meeting ${owner}`
    default:
      return null
  }
}

async function readWhole(log: SyncedLog, documentId: string, found: Findings, check?: CheckDocument): Promise<void> {
  const what = `document ${documentId}`
  try {
    // The id was taken from a key that `keys` made from a document's id.
    const document = await readDocument(log, documentId as DocumentId)
    if (document === null) throw new Damaged(what, 'it was seen in passing and is not found by its name')
    if (document.kind === 'report') found.reportDocuments.add(documentId)
    if (document.isFrozen) found.frozen.add(documentId)
    const why = check?.(document) ?? null
    if (why !== null) found.damaged.push({ what, why })
  } catch (error) {
    found.damaged.push(toldOf(what, error))
  }
}

/** Things that belong together must all be there: what is missing leaves no bad checksum. */
function compare(found: Findings, groups: ReadonlySet<string>): void {
  for (const [meetingId, groupId] of found.meetings) {
    const what = `meeting ${meetingId}`
    if (!found.documents.has(meetingId)) found.damaged.push({ what, why: 'its document is missing' })
    if (!found.listed.has(meetingId)) found.damaged.push({ what, why: 'it is missing in the list of its group' })
    if (!groups.has(groupId)) found.damaged.push({ what, why: `its group ${groupId} is missing` })
  }
  for (const meetingId of found.listed) {
    if (!found.meetings.has(meetingId)) found.damaged.push({ what: `meeting ${meetingId}`, why: 'it cannot be read' })
  }
}

function told(damage: Damaged): { what: string; why: string } {
  return { what: damage.what, why: damage.why }
}

function toldOf(what: string, error: unknown): { what: string; why: string } {
  if (error instanceof Damaged) return told(error)
  return { what, why: error instanceof Error ? error.message : 'unreadable' }
}
