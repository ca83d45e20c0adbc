import type { GroupFile, JsonFile } from '../storage/index.ts'
import type { Workspace } from './Workspace.ts'

/** The sample group, when it was loaded. */
export async function findSample(at: Workspace): Promise<JsonFile<GroupFile> | null> {
  for (const groupId of await at.storage.directory.groups()) {
    const file = await at.storage.directory.group(groupId)
    if (file?.value.group.sample === true) return file
  }
  return null
}
