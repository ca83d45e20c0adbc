import { type Clock, type Log, type Random, systemRandom } from '../base/index.ts'
import type { Storage } from './port.ts'

/** What storage is opened with. */
export interface OpenStorageOptions {
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
  readonly random?: Random
  /** Refuse a folder without data in it, instead of beginning a new one. */
  readonly mustExist?: boolean
}

/** Opens what lasts, and loads the adapter for it only now. Throws `CannotOpen` with one line when the folder cannot be used. */
export async function openStorage(options: OpenStorageOptions): Promise<Storage> {
  const { openEmbedded } = await import('./embedded/openEmbedded.ts')
  return openEmbedded({ ...options, random: options.random ?? systemRandom() })
}
