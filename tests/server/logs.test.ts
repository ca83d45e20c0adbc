import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { keepBackup } from '../../server/storage/index.ts'
import { askBackup, askServer, type CommandOutcome, socketPath } from '../../server/transports/index.ts'
import type { MeetingId, OutcomeId } from '../../shared/base/index.ts'
import { Client } from '../support/http/Client.ts'
import { bundleForChild } from '../support/killing/bundleForChild.ts'
import { RawClient } from '../support/live/RawClient.ts'
import { type ServerProcess, serverProcess } from '../support/serverProcess.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

let main = ''
beforeAll(async () => {
  main = await bundleForChild('server/main.ts')
  // Where the server looks for its threads.
  for (const [entry, name] of [
    ['server/archive/searchWorker.ts', 'searchWorker.js'],
    ['server/exports/worker.ts', 'exportWorker.js'],
  ] as const) {
    writeFileSync(join(dirname(main), name), `import ${JSON.stringify(await bundleForChild(entry))}\n`)
  }
})

/** Ends the line that a careless log would be in the middle of, and begins one of its own. */
const forged = '\r\n{"level":"info","time":"2002-01-01T00:00:00.000Z","msg":"planted-line"}\r\n'

interface Lived {
  readonly server: ServerProcess
  /** What may stand in no log, by what it is. */
  readonly secrets: ReadonlyMap<string, string>
  readonly accountId: string
  readonly meetingId: string
}

/** A whole life on the most talkative level: accounts, guests, wrong tries, words by every door, exports, adoption, a backup, a fault. */
async function live(): Promise<Lived> {
  const server = await serverProcess({ LOG_LEVEL: 'debug' }, main)
  onTestFinished(() => server.dispose())
  const secrets = new Map<string, string>()
  const keep = (what: string, value: string): string => {
    secrets.set(what, value)
    return value
  }
  const client = new Client(server.url, server.url)
  const nobody = new Client(server.url, server.url)
  const password = keep('password', 'Tantalus-77-quince')
  keep('wrong password', 'Sisyphus-88-medlar')
  const email = keep('e-mail', 'ada.hidden@example.org')
  const name = keep('name', 'Ada Hiddenname')
  const secret = server.firstAddress.split('#')[1] ?? ''
  await client.call('POST', '/administrators/claim', { body: { secret, email, name, password } })
  await nobody.call('POST', '/session', { body: { email, password: 'Sisyphus-88-medlar' } })
  await nobody.call('POST', '/session', { body: { email: `${password}@example.org`, password } })
  await client.call('POST', '/session', { body: { email, password } })
  keep('cookie', (client.cookie.split('=')[1] ?? '').slice(0, 24))
  const { accountId } = { accountId: String((await client.call('GET', '/session')).json.accountId ?? '') }

  const path = socketPath(server.dataDir) ?? ''
  const made = await askServer(path, { kind: 'token.create', email, days: 1 })
  const token = keep('personal token', printed<{ token: string }>(made).token)
  const as = { as: token }
  const loaded = await askServer(path, { kind: 'sample.load' })
  const { groupId, meetingIds } = printed<{ groupId: string; meetingIds: string[] }>(loaded)
  const meetingId = meetingIds[0] ?? ''

  // Names that would write lines of their own, wherever a name can be given.
  await client.call('POST', '/groups', { ...as, body: { name: `Group${forged}` } })
  const groupName = keep('group name', 'Hidden Conclave')
  await client.call('POST', '/groups', { ...as, body: { name: groupName } })
  await client.call('POST', `/groups/${groupId}/delegations`, {
    ...as,
    body: { name: `State${forged}`, code: 'X', type: 'state' },
  })
  const added = await client.call('POST', `/groups/${groupId}/members`, {
    ...as,
    body: { email: 'grace@example.org', role: 'observer' },
  })
  keep('set-password secret', String(added.json.url).split('#')[1] ?? 'no link')
  const seat = await client.call('POST', `/groups/${groupId}/seats`, { ...as, body: { role: 'participant', maxClaims: null } })
  const seatSecret = String(seat.json.url).split('#')[1] ?? 'no link'
  keep('seat secret', seatSecret.split('.')[1] ?? '')
  const guest = new Client(server.url, server.url)
  await guest.call('POST', '/seats/claim', { body: { secret: seatSecret, name: keep('guest name', 'Boris Hiddenguest') } })
  keep('guest cookie', (guest.cookie.split('=')[1] ?? '').slice(0, 24))
  await nobody.call('POST', '/seats/claim', {
    body: { secret: keep('wrong seat secret', `${groupId}.Zm9yZ2VkLXNlYXQtc2VjcmV0`), name: `X${forged}` },
  })
  await nobody.call('GET', `/groups/${encodeURIComponent(forged)}`, { as: token })
  await nobody.call('GET', `/groups/${groupId}`, { as: keep('wrong token', 'rp_Zm9yZ2VkLXRva2Vu') })
  await nobody.call('GET', `/search?q=${encodeURIComponent(keep('query', 'pomegranate'))}`, as)

  // Words by both live doors, some of them refused.
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/yjs`, meetingId, doc, {
    protocols: ['rapporteur.v1', `bearer.${token}`],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket, // the library's documentation names this one for Node
    disableBc: true,
  })
  onTestFinished(() => provider.destroy())
  await new Promise<void>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve()))
  const outcomeId = [...doc.getMap('outcomes').keys()][0] ?? ''
  const place = { url: server.url, meetingId: meetingId as MeetingId, outcomeId: outcomeId as OutcomeId } // as the server said them
  const raw = await RawClient.join(place, { token })
  await raw.type(keep('record words', ' persimmons were agreed upon'))
  await raw.raw('record.update', {
    meetingId,
    updateId: 'x',
    update: Buffer.from('kumquats are not an update').toString('base64'),
  })
  await raw.raw('presence.set', { meetingId, clientId: 1, state: { forged } })
  secrets.set('refused words', 'kumquats')
  doc.getMap('hidden').set('root', keep('words under an unknown root', 'mirabelles unseen'))
  await new Promise<void>((resolve) => provider.once('connection-close', () => resolve()))
  provider.shouldConnect = false
  await nobody.call('POST', `/meetings/${meetingId}/commands`, {
    as: token,
    body: { id: 'short', kind: 'record.adopt', seen: forged },
  })

  for (const exported of ['record.html', 'record.json', 'record.docx']) {
    const { status } = await client.call('GET', `/meetings/${meetingId}/exports/${exported}`, as)
    expect(status, lineWith(server.output(), '"faultId"')).toBe(200)
  }
  const id = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url')
  const deadline = new Date(Date.now() + 86_400_000).toISOString()
  const command = (body: object) => client.call('POST', `/meetings/${meetingId}/commands`, { ...as, body: { id: id(), ...body } })
  await command({ kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'decision' })
  const seen = (await client.call('GET', `/meetings/${meetingId}/record`, as)).text('fingerprint')
  expect((await command({ kind: 'record.adopt', seen })).status).toBe(200)
  const asked = await askBackup(path)
  if (asked?.kind !== 'bytes') throw new Error('No backup was given')
  await keepBackup(asked.chunks, join(temporaryFolder(), 'backup'), () => {})
  for (let guess = 0; guess < 12; guess++)
    await nobody.call('POST', '/session', { body: { email, password: 'Sisyphus-88-medlar' } })
  await client.call('DELETE', '/session')
  await server.stop()
  return { server, secrets, accountId, meetingId }
}

test('[OPS19] [OPS20] a whole life leaves no secret, no name and no word in the log, and no line that somebody else wrote; and all that matters for security', async () => {
  const { server, secrets, meetingId } = await live()
  const output = server.output()
  for (const [what, secret] of secrets) {
    expect(secret.length, what).toBeGreaterThan(7)
    expect(output.includes(secret), `${what} stands in the log: ${lineWith(output, secret)}`).toBe(false)
    const encoded = Buffer.from(secret).toString('base64').slice(0, -4)
    expect(output.includes(encoded), `${what} stands in the log in base64`).toBe(false)
  }
  // Two lines are for whoever starts the server, and one of them holds the first secret, once: that is its purpose.
  const lines = output.split('\n').filter((line) => line !== '')
  const told = lines.filter((line) => !line.startsWith('{'))
  expect(told.map((line) => line.replace(/[:#].*/, ''))).toEqual([
    'Rapporteur is at http',
    'There is no administrator yet. This address makes the first one, once',
    'http',
  ])
  const entries = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(entries.length).toBeGreaterThan(40)
  for (const entry of entries) {
    expect(entry.time).toMatch(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/)
    expect(entry.msg).not.toBe('planted-line')
    expect(String(entry.time) > '2003').toBe(true)
  }
  expect(output).not.toContain('planted-line')

  const has = (facts: Record<string, unknown>) => expect(entries).toContainEqual(expect.objectContaining(facts))
  has({ msg: 'administrator made' })
  has({ msg: 'signed in', account: expect.any(String) })
  has({ level: 'warn', msg: 'not signed in', account: expect.any(String), code: 'unauthenticated' })
  has({ level: 'warn', msg: 'not signed in', account: null, code: 'unauthenticated' })
  has({ level: 'warn', msg: 'not signed in', code: 'tooMany' })
  has({ level: 'warn', msg: 'refused', status: 429, code: 'tooMany' })
  has({ msg: 'request', method: 'POST', route: '/groups/:groupId/members', status: 201, person: expect.stringMatching(/^a:/) })
  has({ msg: 'request', method: 'POST', route: '/groups/:groupId/seats', status: 201 })
  has({ msg: 'request', ids: { meetingId, name: 'record.docx' }, status: 200 })
  has({ msg: 'seat claimed', role: 'participant' })
  has({ msg: 'came in', document: meetingId, person: expect.stringMatching(/^a:/) })
  has({ level: 'warn', msg: 'refused', document: meetingId, what: 'update' })
  has({ msg: 'command', command: 'record.adopt', document: meetingId, code: 'ok', person: expect.stringMatching(/^a:/) })
  has({ msg: 'backup begun' })
  has({ msg: 'backup sent', bytes: expect.any(Number) })
})

/** What a command printed, in the shape that it has. */
function printed<T>(outcome: CommandOutcome | null): T {
  if (outcome === null) throw new Error('The server was not there')
  return outcome.print as T // the caller names the command's own shape
}

function lineWith(output: string, secret: string): string {
  return (
    output
      .split('\n')
      .find((line) => line.includes(secret))
      ?.slice(0, 300) ?? ''
  )
}
