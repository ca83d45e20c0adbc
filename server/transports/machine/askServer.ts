import { connect } from 'node:net'
import { type Command, type CommandOutcome, outcomeSchema } from './command.ts'

/** Asks the running server of a data folder; null when none listens there. */
export function askServer(path: string, command: Command): Promise<CommandOutcome | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    let heard = ''
    socket.setEncoding('utf8')
    socket.once('connect', () => socket.write(`${JSON.stringify(command)}\n`))
    socket.on('data', (chunk: string) => {
      heard += chunk
    })
    socket.once('end', () => {
      const answer = outcomeSchema.safeParse(heard === '' ? null : JSON.parse(heard))
      if (answer.success) resolve(answer.data)
      else reject(new Error('The server did not answer.'))
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      // Nothing there, or what a killed server left behind: then the folder is free to be opened here.
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
  })
}
