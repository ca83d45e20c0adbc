import { connect, type Socket } from 'node:net'
import type { z } from 'zod'
import { type backupCommand, type CommandOutcome, outcomeSchema } from './command.ts'

/** What a running server answered: the bytes as they come, or why there are none. */
export type AskedBackup =
  | { readonly kind: 'bytes'; readonly chunks: AsyncIterable<Uint8Array> }
  | { readonly kind: 'refused'; readonly outcome: CommandOutcome }

/** Asks the running server of a data folder for a backup; null when none listens there. What comes may be cut: its reader notices. */
export async function askBackup(path: string): Promise<AskedBackup | null> {
  const socket = await connected(path)
  if (socket === null) return null
  const command: z.infer<typeof backupCommand> = { kind: 'backup' }
  socket.write(`${JSON.stringify(command)}\n`)
  const chunks: AsyncIterator<Buffer> = socket[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done === true) throw new Error('The server did not answer.')
  // No backup begins so, and every refusal does.
  if (first.value[0] === '{'.charCodeAt(0)) return { kind: 'refused', outcome: await refusalOf(first.value, chunks) }
  return { kind: 'bytes', chunks: joined(first.value, chunks) }
}

function connected(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', (error: NodeJS.ErrnoException) => {
      // Nothing there, or what a killed server left behind: then the folder is free to be opened here.
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
  })
}

async function refusalOf(first: Buffer, rest: AsyncIterator<Buffer>): Promise<CommandOutcome> {
  const parts: Buffer[] = []
  for await (const part of joined(first, rest)) parts.push(Buffer.from(part))
  return outcomeSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8')))
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Buffer>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}
