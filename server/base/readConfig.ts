import { isIP } from 'node:net'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import { type LogLevel, logLevels } from './log.ts'

/** What the surroundings decide; everything else is a setting of a group or a constant beside its use. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** The one allowed origin, without a path; null when not set: then it is loopback at the port that was opened. */
  readonly publicUrl: string | null
  /** In the words of Express: nobody, so many hops, or these addresses. Never "everybody". */
  readonly trustProxy: false | number | readonly string[]
  readonly logLevel: LogLevel
  readonly smtpUrl: string | null
  /** Messages a second, and milliseconds of work a second, that one connection may cost; null for the usual. */
  readonly messagesPerSecond: number | null
  readonly cpuMsPerSecond: number | null
  /** Things that are allowed and unwise; to be logged at the start. */
  readonly warnings: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment. A wrong value refuses with one line that names it; nothing is guessed. */
export function readConfig(environment: Environment): Result<Config> {
  try {
    return ok(read(environment))
  } catch (error) {
    if (error instanceof WrongValue) return refuse('invalid', error.message)
    throw error
  }
}

class WrongValue extends Error {}

function read(environment: Environment): Config {
  for (const name of ['DATABASE_URL', 'REDIS_URL']) {
    if (given(environment, name) !== null) {
      throw new WrongValue(`${name} is set, but running on several nodes is not supported yet: unset it to start.`)
    }
  }
  const host = given(environment, 'HOST') ?? '127.0.0.1'
  const publicUrl = readPublicUrl(given(environment, 'PUBLIC_URL'))
  return {
    port: readPort(given(environment, 'PORT')),
    host,
    dataDir: given(environment, 'DATA_DIR') ?? './data',
    publicUrl,
    trustProxy: readTrustProxy(given(environment, 'TRUST_PROXY')),
    logLevel: readLogLevel(given(environment, 'LOG_LEVEL')),
    smtpUrl: readSmtpUrl(given(environment, 'SMTP_URL')),
    messagesPerSecond: readRate(environment, 'MESSAGES_PER_SECOND'),
    cpuMsPerSecond: readRate(environment, 'CPU_MS_PER_SECOND'),
    warnings: isLoopback(host) || publicUrl?.startsWith('https:') === true ? [] : [unencrypted(host)],
  }
}

function given(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim()
  return value === undefined || value === '' ? null : value
}

function readPort(value: string | null): number {
  if (value === null) return 3000
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (!(port <= 65_535)) throw new WrongValue(`PORT must be a number from 0 to 65535, not "${value}".`)
  return port
}

function readRate(environment: Environment, name: string): number | null {
  const value = given(environment, name)
  if (value === null) return null
  const rate = /^\d{1,7}$/.test(value) ? Number(value) : 0
  if (rate < 1) throw new WrongValue(`${name} must be a whole number from 1 to 9999999, not "${value}".`)
  return rate
}

function readPublicUrl(value: string | null): string | null {
  if (value === null) return null
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new WrongValue('PUBLIC_URL must be an address such as https://meetings.example.org.')
  }
  if (url.username !== '' || url.password !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new WrongValue('PUBLIC_URL must be an origin alone: scheme, host and port, with nothing after it.')
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new WrongValue('PUBLIC_URL must begin with https:// unless it is a loopback address.')
  }
  return url.origin
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'))
}

function readTrustProxy(value: string | null): Config['trustProxy'] {
  if (value === null || value === 'false') return false
  if (/^\d{1,2}$/.test(value)) return Number(value) === 0 ? false : Number(value)
  const addresses = value.split(',').map((part) => part.trim())
  // "true" would let every caller choose its own address, and with it get round every limit.
  if (!addresses.every(isProxyAddress)) {
    throw new WrongValue('TRUST_PROXY must be a number of hops, or addresses and networks separated by commas.')
  }
  return addresses
}

function isProxyAddress(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

function readLogLevel(value: string | null): LogLevel {
  if (value === null) return 'info'
  const level = logLevels.find((known) => known === value)
  if (level === undefined) throw new WrongValue(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${value}".`)
  return level
}

function readSmtpUrl(value: string | null): string | null {
  if (value === null) return null
  const url = URL.canParse(value) ? new URL(value) : null
  // The value itself may hold a password, so the line does not repeat it.
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new WrongValue('SMTP_URL must be an address that begins with smtp:// or smtps://.')
  }
  return value
}

function unencrypted(host: string): string {
  return `HOST is ${host}, so others can reach this server, but PUBLIC_URL is not https: put a TLS proxy in front of it.`
}
