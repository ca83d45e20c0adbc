import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ApiRefused, ApiUnreachable } from '../../../client/sync/ApiError.ts'
import { forgetSession, readSession } from '../../../client/sync/keptSession.ts'
import { request } from '../../../client/sync/request.ts'

let server: Server
let answer: RequestListener
const native = globalThis.fetch

// The page asks its own origin; here the origin is a real server on this machine.
beforeEach(async () => {
  server = createServer((question, response) => answer(question, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address always is one
  globalThis.fetch = (path, init) => native(`http://127.0.0.1:${port}${String(path)}`, init)
})
afterEach(async () => {
  globalThis.fetch = native
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const session = { account: null, guest: null, firstStart: false, sampleLoaded: null }

test('[UI16] a refusal is told by its code, with the fields that do not fit and the fault', async () => {
  answer = (_question, response) => {
    response.writeHead(400, { 'content-type': 'application/problem+json' })
    response.end(
      JSON.stringify({
        type: 'about:blank',
        title: 'x',
        status: 400,
        code: 'invalid',
        detail: 'd',
        fields: ['email'],
        fault: 'F1',
      }),
    )
  }
  const refusal = await request('POST', '/session', {}).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(ApiRefused)
  expect(refusal).toMatchObject({ code: 'invalid', fields: ['email'], fault: 'F1' })
})

test('[UI16] a code that this page does not know is still a no', async () => {
  answer = (_question, response) => {
    response.writeHead(503)
    response.end('{"code":"somethingNew"}')
  }
  await expect(request('GET', '/groups')).rejects.toMatchObject({ name: 'ApiRefused', code: 'internal' })
})

test('[UI16] silence, and a page of a proxy in place of our answer, are told apart from a no', async () => {
  answer = (question) => question.socket.destroy()
  await expect(request('GET', '/groups')).rejects.toBeInstanceOf(ApiUnreachable)
  answer = (_question, response) => {
    response.writeHead(200)
    response.end('<html>Please sign in to the hotel wifi</html>')
  }
  await expect(request('GET', '/groups')).rejects.toBeInstanceOf(ApiUnreachable)
})

test('[UI15] offline the page knows who was in last, and says that it is remembered; signing out forgets it', async () => {
  const storage = memory()
  answer = (_question, response) => response.end(JSON.stringify(session))
  expect(await readSession(storage)).toEqual({ ...session, isKept: false })
  answer = (question) => question.socket.destroy()
  expect(await readSession(storage)).toEqual({ ...session, isKept: true })
  forgetSession(storage)
  await expect(readSession(storage)).rejects.toBeInstanceOf(ApiUnreachable)
})

test('[UI15] a no of the server is never covered up by what was remembered', async () => {
  const storage = memory()
  answer = (_question, response) => response.end(JSON.stringify(session))
  await readSession(storage)
  answer = (_question, response) => {
    response.writeHead(429)
    response.end('{"code":"tooMany","detail":"x"}')
  }
  await expect(readSession(storage)).rejects.toMatchObject({ code: 'tooMany' })
})

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}
