import { type DestinationStream, type Logger, pino } from 'pino'

/** Structured lines for whoever runs the server. Facts are ids, counts and states: never content, names or secrets. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Opens the log; lines go to standard output unless a destination is given. */
export function createLog(options: { readonly level: LogLevel; readonly destination?: DestinationStream }): Log {
  const settings = {
    level: options.level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    // A net under the rule that no secret is logged: the caller should not have passed these in the first place.
    redact: { paths: secretPaths(), censor: '[secret]' },
  }
  return pino(settings, options.destination ?? standardOutput())
}

/** How much may wait while standard output takes nothing; what comes beyond it is left out. */
const maxWaitingBytes = 1024 * 1024

/**
 * Standard output, which often is a file on the very disk that has just filled up. Without somebody who hears the error each line
 * would be a fault of its own, logged in turn: the server would do nothing else (D4).
 */
function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true, maxLength: maxWaitingBytes })
  // Lines wait in the stream and go out with the first one that finds room.
  output.on('error', () => {})
  return output
}

function secretPaths(): string[] {
  const names = ['password', 'token', 'secret', 'cookie', 'authorization', 'headers', 'body']
  return names.flatMap((name) => [name, `*.${name}`])
}
