import { join } from 'node:path'
import { type GroupId, ok, type Result, refuse } from '../../../shared/base/index.ts'
import type { Directory, GroupFile, JsonFile, PeopleFile } from '../port.ts'
import type { Disk } from './Disk.ts'
import { EmbeddedJsonFile } from './EmbeddedJsonFile.ts'
import { writeJsonText } from './jsonText.ts'
import { isName } from './keys.ts'
import { Damaged } from './readDocument.ts'
import { SyncedAdapter } from './SyncedAdapter.ts'

const suffix = '.json'
const emptyPeople: PeopleFile = { auth: {}, administrators: [], tokens: [], links: [] }

/** What the directory needs from its surroundings. */
export interface DirectoryParts {
  readonly dataDir: string
  readonly disk: Disk
  readonly guard: () => Promise<void>
  readonly onFailure: (error: unknown) => void
  /** Runs each write where it is seen how long it takes; while the folder is being made nobody looks. */
  readonly watch?: (write: () => Promise<void>) => Promise<void>
}

/** One of the directory's files, held as it was at one moment. */
export interface StoredFile {
  readonly name: string
  read(): Promise<Uint8Array>
}

/** People in one JSON file, each group in its own, all read at the start. A damaged group keeps only itself shut. */
export class EmbeddedDirectory implements Directory {
  readonly #parts: DirectoryParts
  readonly #people: EmbeddedJsonFile<PeopleFile>
  readonly #groups = new Map<string, EmbeddedJsonFile<GroupFile> | Damaged>()
  readonly #making = new Map<string, Promise<EmbeddedJsonFile<GroupFile>>>()
  #closed = false

  private constructor(parts: DirectoryParts, people: EmbeddedJsonFile<PeopleFile>) {
    this.#parts = parts
    this.#people = people
  }

  /** Makes the files of a new data folder. Files that are there already stay. */
  static async createFiles(parts: DirectoryParts): Promise<void> {
    await parts.disk.makeFolder(groupsFolder(parts))
    if ((await parts.disk.read(peoplePath(parts))) === null) {
      await EmbeddedJsonFile.create(peopleAdapter(parts), emptyPeople, parts.onFailure)
    }
  }

  /** Reads everything. Throws when the people cannot be read; a damaged group is kept as such. */
  static async open(parts: DirectoryParts, onDamage: (damage: Damaged) => void): Promise<EmbeddedDirectory> {
    const people = await EmbeddedJsonFile.open(peopleAdapter(parts), parts.onFailure)
    const directory = new EmbeddedDirectory(parts, people)
    for (const groupId of await storedGroups(parts)) {
      try {
        await directory.#read(groupId)
      } catch (error) {
        if (!(error instanceof Damaged)) throw error
        directory.#groups.set(groupId, error)
        onDamage(error)
      }
    }
    return directory
  }

  get people(): JsonFile<PeopleFile> {
    return this.#people
  }

  groups(): Promise<readonly GroupId[]> {
    // The names come from `createGroup`, which is given group ids.
    return Promise.resolve([...this.#groups.keys()] as GroupId[])
  }

  group(id: GroupId): Promise<JsonFile<GroupFile> | null> {
    const found = this.#groups.get(id)
    if (found instanceof Damaged) return Promise.reject(found)
    return Promise.resolve(found ?? null)
  }

  async createGroup(file: GroupFile): Promise<Result<JsonFile<GroupFile>>> {
    const { id } = file.group
    if (!isName(id)) throw new Error('A group id has a letter that no id has')
    if (this.#groups.has(id) || this.#making.has(id)) return refuse('conflict', 'This group is already there.')
    if (this.#closed) throw new Error('Storage is closed')
    const making = EmbeddedJsonFile.create(groupAdapter(this.#parts, id), file, this.#parts.onFailure)
    this.#making.set(id, making)
    try {
      const made = await making
      this.#groups.set(id, made)
      return ok(made)
    } finally {
      this.#making.delete(id)
    }
  }

  /** Every file as it is stored at this very moment, by its name in the folder; a damaged one as it lies there. */
  files(): readonly StoredFile[] {
    const file = (path: string, held: { readonly value: unknown } | Damaged): StoredFile => {
      if (held instanceof Damaged) return { name: path, read: () => this.#bytesOf(path) }
      const { value } = held
      return { name: path, read: () => Promise.resolve(new TextEncoder().encode(writeJsonText(value))) }
    }
    const groups = [...this.#groups].map(([id, held]) => file(`groups/${id}${suffix}`, held))
    return [file(`people${suffix}`, this.#people), ...groups]
  }

  /** Accepts nothing more; resolves when what was accepted is written. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.allSettled(this.#making.values())
    const groups = [...this.#groups.values()].flatMap((group) => (group instanceof Damaged ? [] : [group]))
    await Promise.all([this.#people, ...groups].map((file) => file.close()))
  }

  async #bytesOf(name: string): Promise<Uint8Array> {
    return (await this.#parts.disk.read(join(this.#parts.dataDir, name))) ?? new Uint8Array()
  }

  async #read(groupId: string): Promise<void> {
    const file = await EmbeddedJsonFile.open(groupAdapter(this.#parts, groupId), this.#parts.onFailure)
    if (file.value.group.id !== groupId) throw new Damaged(groupName(groupId), 'it holds another group')
    this.#groups.set(groupId, file)
  }
}

/** Reads every file afresh from disk and names the damaged ones. */
export async function verifyDirectory(
  parts: DirectoryParts,
): Promise<{ groups: readonly string[]; damaged: readonly Damaged[] }> {
  const groups = await storedGroups(parts)
  const damaged: Damaged[] = []
  for (const adapter of [peopleAdapter(parts), ...groups.map((id) => groupAdapter(parts, id))]) {
    try {
      await adapter.read()
    } catch (error) {
      if (!(error instanceof Damaged)) throw error
      damaged.push(error)
    }
  }
  return { groups, damaged }
}

function groupsFolder(parts: DirectoryParts): string {
  return join(parts.dataDir, 'groups')
}

function peoplePath(parts: DirectoryParts): string {
  return join(parts.dataDir, `people${suffix}`)
}

function groupName(groupId: string): string {
  return `group ${groupId}`
}

async function storedGroups(parts: DirectoryParts): Promise<readonly string[]> {
  // A folder that is gone is not a folder without groups.
  if ((await parts.disk.identity(groupsFolder(parts))) === null) throw new Damaged('groups', 'the folder is missing')
  const names = await parts.disk.list(groupsFolder(parts))
  return names.filter((name) => name.endsWith(suffix)).map((name) => name.slice(0, -suffix.length))
}

function peopleAdapter(parts: DirectoryParts): SyncedAdapter<PeopleFile> {
  return new SyncedAdapter({ ...parts, path: peoplePath(parts), name: `people${suffix}` })
}

function groupAdapter(parts: DirectoryParts, groupId: string): SyncedAdapter<GroupFile> {
  return new SyncedAdapter({ ...parts, path: join(groupsFolder(parts), `${groupId}${suffix}`), name: groupName(groupId) })
}
