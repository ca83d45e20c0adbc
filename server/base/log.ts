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
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination)
}

function secretPaths(): string[] {
  const names = ['password', 'token', 'secret', 'cookie', 'authorization', 'headers', 'body']
  return names.flatMap((name) => [name, `*.${name}`])
}
