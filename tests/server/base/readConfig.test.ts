import { expect, test } from 'vitest'
import { readConfig } from '../../../server/base/index.ts'

function line(environment: Record<string, string>): string {
  const read = readConfig(environment)
  if (read.ok) throw new Error('It was accepted')
  expect(read.refusal.code).toBe('invalid')
  return read.refusal.message
}

test('[STO50] an empty environment is enough to start, on loopback only', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    value: {
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      publicUrl: null,
      trustProxy: false,
      logLevel: 'info',
      smtpUrl: null,
      messagesPerSecond: null,
      cpuMsPerSecond: null,
      warnings: [],
    },
  })
  expect(readConfig({ PORT: ' ', HOST: '', LOG_LEVEL: '' })).toEqual(readConfig({}))
})

test('[STO50] right values are taken over', () => {
  const environment = {
    PORT: '0',
    HOST: '0.0.0.0',
    DATA_DIR: '/srv/rapporteur',
    PUBLIC_URL: 'https://meetings.example.org/',
    TRUST_PROXY: 'loopback, 10.0.0.0/8,::1',
    LOG_LEVEL: 'debug',
    SMTP_URL: 'smtps://post:secret@mail.example.org',
    MESSAGES_PER_SECOND: '500',
    CPU_MS_PER_SECOND: '900',
  }
  expect(readConfig(environment)).toEqual({
    ok: true,
    value: {
      port: 0,
      host: '0.0.0.0',
      dataDir: '/srv/rapporteur',
      publicUrl: 'https://meetings.example.org',
      trustProxy: ['loopback', '10.0.0.0/8', '::1'],
      logLevel: 'debug',
      smtpUrl: 'smtps://post:secret@mail.example.org',
      messagesPerSecond: 500,
      cpuMsPerSecond: 900,
      warnings: [],
    },
  })
})

test.each([
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['http://localhost', 'http://localhost'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['https://Example.ORG:443', 'https://example.org'],
])('[STO50] PUBLIC_URL %s is the origin %s', (given, origin) => {
  const read = readConfig({ PUBLIC_URL: given })
  expect(read.ok && read.value.publicUrl).toBe(origin)
})

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80a'],
  ['PORT', '3e3'],
  ['PUBLIC_URL', 'meetings.example.org'],
  ['PUBLIC_URL', 'http://meetings.example.org'],
  ['PUBLIC_URL', 'http://127.0.0.1.example.org'],
  ['PUBLIC_URL', 'https://example.org/path'],
  ['PUBLIC_URL', 'https://example.org/?a'],
  ['PUBLIC_URL', 'https://user@example.org'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', '10.0.0.0/8/8'],
  ['TRUST_PROXY', 'example.org'],
  ['LOG_LEVEL', 'loud'],
  ['SMTP_URL', 'mail.example.org'],
  ['SMTP_URL', 'http://post:hunter2@mail.example.org'],
  ['DATABASE_URL', 'postgres://db'],
  ['REDIS_URL', 'redis://cache'],
  ['MESSAGES_PER_SECOND', '0'],
  ['CPU_MS_PER_SECOND', 'many'],
])('[STO51] a wrong %s (%s) is refused with one line that names it', (name, value) => {
  const said = line({ [name]: value })
  expect(said).toContain(name)
  expect(said).not.toContain('\n')
  expect(said).not.toContain('hunter2')
})

test('[STO52] others being able to reach the server without encryption is said aloud', () => {
  const warnings = (environment: Record<string, string>) => {
    const read = readConfig(environment)
    return read.ok ? read.value.warnings.length : -1
  }
  expect(warnings({ HOST: '0.0.0.0' })).toBe(1)
  expect(warnings({ HOST: '::', PUBLIC_URL: 'http://localhost' })).toBe(1)
  expect(warnings({ HOST: '0.0.0.0', PUBLIC_URL: 'https://example.org' })).toBe(0)
  expect(warnings({ HOST: 'localhost' })).toBe(0)
})
