import { CannotOpen } from '../CannotOpen.ts'
import { cannot } from './cannot.ts'
import type { Disk } from './Disk.ts'
import { readJsonText, writeJsonText } from './jsonText.ts'
import { replaceFile } from './replaceFile.ts'

/** What a data folder says of itself: the first thing written into it, and what changes when anything about it as a whole does. */
export interface FormatFile {
  /** While `migrating`: the one that it is being brought to, so that an older program keeps away from it. */
  readonly format: number
  readonly epoch: string
  readonly state: 'creating' | 'ready' | 'migrating'
  /** Where people, groups and log lie in the data folder; without it they lie in the folder itself. A restore changes it. */
  readonly folder?: string
  /** When and out of what it was restored; told in the log at every start. */
  readonly restored?: { readonly at: string; readonly from: string; readonly sha256: string }
  /** Under which name the parts that a restore has replaced are to be put away; goes when that is done. */
  readonly replaced?: { readonly as: string; readonly format: FormatFile }
}

/** Reads it; null for a folder without one that holds nothing else either. Every other case is refused with one line. */
export async function readFormat(
  disk: Disk,
  at: { readonly dataDir: string; readonly format: string },
): Promise<FormatFile | null> {
  const bytes = await disk.read(at.format).catch((cause: unknown) => cannot(`${at.format} cannot be read`, cause))
  if (bytes === null) {
    const foreign = (await disk.list(at.dataDir)).filter((name) => !mayStandInNewFolder(name))
    if (foreign.length === 0) return null
    throw new CannotOpen(`${at.dataDir} holds ${foreign[0]} but no format.json: it is not a data folder, or a damaged one.`)
  }
  try {
    // The checksum proves that `writeFormat` wrote it.
    return readJsonText(new TextDecoder().decode(bytes)) as FormatFile
  } catch (error) {
    return cannot(`${at.format} is damaged`, error)
  }
}

/** Puts it in place whole. */
export async function writeFormat(disk: Disk, path: string, file: FormatFile): Promise<void> {
  await replaceFile(disk, path, new TextEncoder().encode(writeJsonText(file)))
}

/** What a first start or a restore that was cut short, or the surroundings, may have left. */
function mayStandInNewFolder(name: string): boolean {
  return ['log', 'rapporteur.lock', 'lost+found'].includes(name) || /\.(tmp|sock)$/.test(name) || name.startsWith('restored-')
}
