import type { GroupFile, JsonFile } from '../storage/index.ts'
import type { Workspace } from './Workspace.ts'

interface Groups {
  readonly files: readonly JsonFile<GroupFile>[]
  /** How many there are that cannot be read; the storage has told of each. */
  readonly damaged: number
}

/** Every group that can be read: a damaged one harms only itself (RELIABILITY 1.4, 10). */
export async function readableGroups(at: Workspace): Promise<Groups> {
  const files: JsonFile<GroupFile>[] = []
  let damaged = 0
  for (const groupId of await at.storage.directory.groups()) {
    try {
      const file = await at.storage.directory.group(groupId)
      if (file !== null) files.push(file)
    } catch (error) {
      damaged += 1
      at.log.warn({ group: groupId, err: error }, 'a group cannot be read')
    }
  }
  return { files, damaged }
}
