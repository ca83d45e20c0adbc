import type { Adapter } from 'lowdb'
import type { Disk } from './Disk.ts'
import { readJsonText, writeJsonText } from './jsonText.ts'
import { Damaged } from './readDocument.ts'
import { replaceFile } from './replaceFile.ts'

/** lowdb's way to a file, synced: its own adapter renames without a sync, so a power cut could empty the file. */
export class SyncedAdapter<T> implements Adapter<T> {
  readonly #disk: Disk
  readonly #path: string
  readonly #name: string
  readonly #guard: () => Promise<void>
  readonly #watch: (write: () => Promise<void>) => Promise<void>

  constructor(options: {
    readonly disk: Disk
    readonly path: string
    readonly name: string
    readonly guard: () => Promise<void>
    /** Runs each write where it is seen how long it takes. */
    readonly watch?: ((write: () => Promise<void>) => Promise<void>) | undefined
  }) {
    this.#disk = options.disk
    this.#path = options.path
    this.#name = options.name
    this.#guard = options.guard
    this.#watch = options.watch ?? ((write) => write())
  }

  /** Throws when the file is missing or damaged: lowdb would go on with its default, as if nobody had ever been here. */
  async read(): Promise<T> {
    const bytes = await this.#disk.read(this.#path)
    if (bytes === null) throw new Damaged(this.#name, 'the file is missing')
    try {
      // The checksum proves that these are the words which `write` wrote into this very file.
      return readJsonText(new TextDecoder().decode(bytes)) as T
    } catch (error) {
      throw new Damaged(this.#name, error instanceof Error ? error.message : 'unreadable', error)
    }
  }

  write(value: T): Promise<void> {
    return this.#watch(async () => {
      await replaceFile(this.#disk, this.#path, new TextEncoder().encode(writeJsonText(value)))
      await this.#guard()
    })
  }
}
