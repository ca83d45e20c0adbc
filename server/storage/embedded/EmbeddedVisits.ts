import type { GroupId, PersonId } from '../../../shared/base/index.ts'
import type { Visit, Visits } from '../port.ts'
import { isName, keys } from './keys.ts'
import { Damaged } from './readDocument.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { sealJson, unsealJson } from './seal.ts'

/** When people were last in their groups: one row a person and group, written over at each visit. */
export class EmbeddedVisits implements Visits {
  readonly #log: SyncedLog

  constructor(log: SyncedLog) {
    this.#log = log
  }

  async read(groupId: GroupId, person: PersonId): Promise<Visit | null> {
    if (!isName(groupId) || !isName(nameOf(person))) return null
    const key = keys.visit(groupId, nameOf(person))
    const sealed = await this.#log.get(key)
    if (sealed === undefined) return null
    try {
      return unsealJson<Visit>(key, sealed)
    } catch (error) {
      throw new Damaged(`visits to group ${groupId}`, 'stored bytes do not fit their checksum', error)
    }
  }

  async write(groupId: GroupId, person: PersonId, visit: Visit): Promise<void> {
    if (!isName(groupId) || !isName(nameOf(person))) throw new Error('A group or person id has a letter that no id has')
    const key = keys.visit(groupId, nameOf(person))
    await this.#log.write([{ type: 'put', key, value: sealJson(key, visit) }])
  }
}

/** A person's id as part of a key: `a:…` and `g:…` stay two. */
function nameOf(person: PersonId): string {
  return person.replace(':', '_')
}
