import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { routes } from '../../../server/transports/http/routes.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'

const pages = join(process.cwd(), 'dist', 'client')
const publicUrl = 'https://meetings.example.org'
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self' wss://meetings.example.org",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';')

function filesIn(folder: string, under = ''): readonly string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(folder, join(under, entry.name)) : [join(under, entry.name)],
  )
}

test('[WEB65] every file of the built pages, every route and every other address has all the headers, and the policy is exactly ours', async () => {
  const world = await httpWorld({ publicUrl, pages })
  const files = filesIn(pages)
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  const addresses = [
    ...files.map((file) => `/${file}`),
    '/',
    '/sign-in',
    '/nothing.js',
    '/.env',
    '/livez',
    '/readyz',
    ...routes
      .filter((route) => route.method === 'get')
      .map((route) => `/api${route.path.replace(/:\w+/g, 'AAAAAAAAAAAAAAAAAAAAAA')}`),
    '/api/openapi.json',
    '/api/nowhere',
    '/api/%',
  ]
  for (const address of addresses) {
    const { headers, status } = await fetch(`${world.url}${address}`, { redirect: 'manual', headers: { accept: '*/*' } })
    const what = (name: string, value: string | null) => `${address} ${name}: ${value}`
    const has = (name: string, value: string) => expect(what(name, headers.get(name))).toBe(what(name, value))
    has('content-security-policy', policy)
    has('strict-transport-security', 'max-age=31536000; includeSubDomains')
    has('cross-origin-opener-policy', 'same-origin')
    has('cross-origin-resource-policy', 'same-origin')
    has('x-content-type-options', 'nosniff')
    has('referrer-policy', 'no-referrer')
    has('x-frame-options', 'DENY')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
    if (address.startsWith('/api') && status !== 200) has('cache-control', 'no-store')
  }
  const page = await (await fetch(`${world.url}/`)).text()
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/)
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/)
  for (const file of files.filter((name) => /\.(js|css)$/.test(name))) {
    expect(`${file}: ${/sourceMappingURL=/.test(await (await fetch(`${world.url}/${file}`)).text())}`).toBe(`${file}: false`)
  }
})

test('[WEB66] what long polling answers is not kept by any cache and not taken for a page', async () => {
  const world = await httpWorld({ publicUrl })
  for (const query of [
    'EIO=4&transport=polling',
    'EIO=4&transport=nonsense',
    'EIO=3&transport=polling',
    'EIO=4&transport=polling&sid=x',
  ]) {
    const { headers } = await fetch(`${world.url}/socket.io/?${query}`)
    expect(`${query} ${headers.get('cache-control')}`).toBe(`${query} no-store`)
    expect(`${query} ${headers.get('x-content-type-options')}`).toBe(`${query} nosniff`)
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('[WEB67] what is no HTTP at all gets one line and nothing of the inside', async () => {
  const world = await httpWorld()
  const { port } = new URL(world.url)
  for (const raw of [
    'NONSENSE\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\nBad header\r\n\r\n',
    `GET /${'x'.repeat(70_000)} HTTP/1.1\r\n\r\n`,
  ]) {
    const heard = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(raw))
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk.toString()
      })
      socket.on('error', () => resolve(text))
      socket.on('close', () => resolve(text))
    })
    expect(heard).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(heard).not.toMatch(/node_modules|\.ts|Error:/)
  }
})
