import type { GroupFile, JsonFile } from '../storage/index.ts'
import { readableGroups } from './readableGroups.ts'
import type { Workspace } from './Workspace.ts'

/** The sample group, when it was loaded. */
export async function findSample(at: Workspace): Promise<JsonFile<GroupFile> | null> {
  const { files } = await readableGroups(at)
  return files.find((file) => file.value.group.sample) ?? null
}
