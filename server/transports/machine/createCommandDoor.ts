import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReportFault } from '../../base/index.ts'
import type { Workspace } from '../../meetings/index.ts'
import { backupCommand, type CommandOutcome, commandSchema } from './command.ts'
import { runCommand } from './runCommand.ts'

const maxBytes = 64 * 1024
/** While a backup is read the log keeps what was written over since: whoever stops reading is cut. */
const silentMs = 60_000

/** The command line's door; closing it removes the socket. */
export interface CommandDoor {
  close(): Promise<void>
}

/**
 * Listens on a socket file that only the owner of the data folder may open (0600). One line of JSON comes in, one goes out. The
 * folder's lock is held, so a socket that is there already is what a killed server left behind.
 */
export async function createCommandDoor(path: string, at: Workspace, reportFault: ReportFault): Promise<CommandDoor> {
  rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    serve(socket, at, reportFault)
  })
  // Made closed to others from the first moment, not closed afterwards.
  const before = process.umask(0o177)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(path, resolve)
    })
  } finally {
    process.umask(before)
  }
  chmodSync(path, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

function serve(socket: Socket, at: Workspace, reportFault: ReportFault): void {
  let heard = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    heard += chunk
    const end = heard.indexOf('\n')
    if (heard.length > maxBytes) socket.destroy()
    if (end === -1) return
    socket.removeAllListeners('data')
    answer(heard.slice(0, end), socket, at, reportFault).catch(() => socket.destroy())
  })
}

async function answer(line: string, socket: Socket, at: Workspace, reportFault: ReportFault): Promise<void> {
  const said = readLine(line)
  if (backupCommand.safeParse(said).success) return sendBackup(socket, at)
  const outcome = await outcomeOf(said, at, reportFault)
  socket.end(`${JSON.stringify(outcome)}\n`)
}

/** The bytes themselves: a stream that ends too early is known by what is missing. */
async function sendBackup(socket: Socket, at: Workspace): Promise<void> {
  socket.setTimeout(silentMs, () => socket.destroy(new Error('Nobody reads the backup any more')))
  at.log.info({}, 'backup begun')
  try {
    await pipeline(Readable.from(at.storage.backup(), { objectMode: false, highWaterMark: 1024 * 1024 }), socket)
    at.log.info({ bytes: socket.bytesWritten }, 'backup sent')
  } catch (error) {
    at.log.error({ bytes: socket.bytesWritten, err: error }, 'backup cut off')
    throw error
  }
}

async function outcomeOf(said: unknown, at: Workspace, reportFault: ReportFault): Promise<CommandOutcome> {
  try {
    const command = commandSchema.safeParse(said)
    if (!command.success) return { exit: 1, print: null, line: 'The server does not know this command.' }
    return await runCommand(at, command.data)
  } catch (error) {
    return { exit: 1, print: null, line: `Something went wrong in the server; it is noted as ${reportFault(error)}.` }
  }
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
