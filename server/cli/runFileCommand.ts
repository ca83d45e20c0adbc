import { never } from '../../shared/base/index.ts'
import { type Config, createLog, systemClock, systemRandom } from '../base/index.ts'
import {
  type BackupSummary,
  CannotOpen,
  keepBackup,
  type OnProgress,
  openStorage,
  restoreBackup,
  verifyBackup,
} from '../storage/index.ts'
import { askBackup, type CommandOutcome, socketPath } from '../transports/index.ts'
import type { FileCommand } from './readCommand.ts'

/** Makes, restores or compares a backup. How far it is comes as lines; what came of it as the outcome. */
export async function runFileCommand(command: FileCommand, config: Config, say: (line: string) => void): Promise<CommandOutcome> {
  try {
    switch (command.kind) {
      case 'backup':
        return await backup(command.file, config.dataDir, progress('backed up', say))
      case 'restore':
        return await restore(command, config.dataDir, progress('read', say))
      case 'verify.file': {
        const summary = await verifyBackup(command.file, progress('compared', say))
        return { exit: 0, print: summary, line: damageOf(summary) }
      }
      default:
        return never(command)
    }
  } catch (error) {
    if (error instanceof CannotOpen) return { exit: 1, print: null, line: error.message }
    throw error
  }
}

async function backup(file: string, dataDir: string, onProgress: OnProgress): Promise<CommandOutcome> {
  const path = socketPath(dataDir)
  const asked = path === null ? null : await askBackup(path)
  if (asked?.kind === 'refused') return asked.outcome
  if (asked !== null) return kept(await keepBackup(asked.chunks, file, onProgress))
  const storage = await openStorage({
    dataDir,
    clock: systemClock(),
    random: systemRandom(),
    log: createLog({ level: 'silent' }),
    mustExist: true,
  })
  try {
    return kept(await keepBackup(storage.backup(), file, onProgress))
  } finally {
    await storage.close()
  }
}

function kept(summary: BackupSummary): CommandOutcome {
  return { exit: 0, print: summary, line: damageOf(summary) }
}

/** A backup of a damaged folder is worth having, so it is no failure; but it is told. */
function damageOf({ damaged }: BackupSummary): string | null {
  return damaged.length === 0 ? null : `Damaged in the data folder already when it was backed up: ${damaged.join(', ')}`
}

async function restore(
  { file, replace }: Extract<FileCommand, { kind: 'restore' }>,
  dataDir: string,
  onProgress: OnProgress,
): Promise<CommandOutcome> {
  const restored = await restoreBackup({ file, dataDir, replace, onProgress, clock: systemClock(), random: systemRandom() })
  const { logins, tokens, links, seats } = restored.ended
  const line = `Restored. Ended, because restoring data does not restore rights: ${logins} logins, ${tokens} personal tokens, ${links} one-time links, ${seats} seat links. Members and passwords are those of ${restored.backup.at}: look through them.`
  return { exit: 0, print: restored, line }
}

const stepBytes = 64 * 1024 * 1024

/** A line for every so many bytes: long work shows that it goes on, short work says nothing. */
function progress(done: string, say: (line: string) => void): OnProgress {
  let next = stepBytes
  return (bytes) => {
    if (bytes < next) {
      // The same file is read again from its beginning.
      if (bytes < next - stepBytes) next = stepBytes
      return
    }
    next = bytes + stepBytes
    say(`${Math.round(bytes / 1024 / 1024)} MB ${done}`)
  }
}
