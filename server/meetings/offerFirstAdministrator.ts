import { issueLink } from './oneTimeLinks.ts'
import type { Workspace } from './Workspace.ts'

/** The one-time address that makes the first administrator; null when there is one. A new start replaces the old address. */
export async function offerFirstAdministrator(at: Workspace): Promise<string | null> {
  if (at.storage.directory.people.value.administrators.length > 0) return null
  return (await issueLink(at, 'administrator', null)).url
}
