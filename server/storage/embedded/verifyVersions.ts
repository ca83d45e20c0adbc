import type { MeetingId } from '../../../shared/base/index.ts'
import type { CheckVersion, StoredMeeting } from '../port.ts'
import { readVersion } from './afterRows.ts'
import type { SyncedLog } from './SyncedLog.ts'

/** What `verify` knows when it comes to the versions: the sessions, whose documents are frozen, and which versions were seen. */
export interface SeenVersions {
  readonly sessions: ReadonlyMap<string, Pick<StoredMeeting['session'], 'versions' | 'adoption'>>
  readonly frozen: ReadonlySet<string>
  /** Numbers by meeting. */
  readonly versions: ReadonlyMap<string, readonly number[]>
}

/** What is wrong with the versions: one that the session names and that is not there, or the other way round; one that was changed. */
export async function verifyVersions(
  log: SyncedLog,
  { sessions, frozen, versions }: SeenVersions,
  check?: CheckVersion,
): Promise<readonly { what: string; why: string }[]> {
  const damaged: { what: string; why: string }[] = []
  for (const [owner, numbers] of versions) {
    for (const number of numbers) {
      const what = `version ${number} of meeting ${owner}`
      const named = sessions.get(owner)?.versions?.find((line) => line.number === number)
      const why = await whyWrong(log, owner, number, named?.fingerprint, check)
      if (why !== null) damaged.push({ what, why })
    }
  }
  for (const [owner, { versions: lines = [], adoption = null }] of sessions) {
    for (const { number } of lines) {
      if (versions.get(owner)?.includes(number) === true) continue
      damaged.push({ what: `version ${number} of meeting ${owner}`, why: 'the session names it and it is not there' })
    }
    if ((adoption !== null) === frozen.has(owner)) continue
    const why =
      adoption === null ? 'its document is frozen and nothing was adopted' : 'it is adopted and its document is not frozen'
    damaged.push({ what: `meeting ${owner}`, why })
  }
  return damaged
}

async function whyWrong(
  log: SyncedLog,
  owner: string,
  number: number,
  named: string | undefined,
  check: CheckVersion | undefined,
): Promise<string | null> {
  try {
    // The id was taken from a key that `keys` made from a meeting's id.
    const version = await readVersion(log, owner as MeetingId, number)
    if (version === null) return 'it was seen in passing and is not found by its number'
    if (named === undefined) return 'no session names it'
    if (named !== version.fingerprint) return 'its fingerprint is not the one that the session has'
    return (await check?.(version)) ?? null
  } catch (error) {
    return error instanceof Error ? error.message : 'unreadable'
  }
}
