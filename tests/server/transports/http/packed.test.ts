import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { servePages } from '../../../../server/transports/http/servePages.ts'
import { temporaryFolder } from '../../../support/temporaryFolder.ts'

const script = `export const words = ${JSON.stringify('The Group discussed ways to use fora. '.repeat(80))}`

/** Pages as a build leaves them: one script packed in both ways, one not at all. */
async function pages(): Promise<(path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>> {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>App</title>')
  writeFileSync(join(folder, 'assets', 'app-1a.js'), script)
  writeFileSync(join(folder, 'assets', 'app-1a.js.br'), brotliCompressSync(script))
  writeFileSync(join(folder, 'assets', 'app-1a.js.gz'), gzipSync(script))
  writeFileSync(join(folder, 'assets', 'small-1b.js'), 'export {}')
  const app = express().use(servePages(folder))
  const server = app.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return (path, headers = {}) =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, headers, agent: false }, (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
        )
      })
        .on('error', reject)
        .end()
    })
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

test('[PAG6] whoever takes packed files gets them packed, as what they are and for ever', async () => {
  const get = await pages()
  const brotli = await get('/assets/app-1a.js', { 'accept-encoding': 'gzip, deflate, br' })
  expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
  const gzip = await get('/assets/app-1a.js', { 'accept-encoding': 'gzip' })
  expect(gunzipSync(gzip.body).toString()).toBe(script)
  for (const [answer, coding] of [
    [brotli, 'br'],
    [gzip, 'gzip'],
  ] as const) {
    expect(answer.headers['content-encoding']).toBe(coding)
    expect(answer.headers['content-type']).toMatch(/javascript/)
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.vary).toMatch(/accept-encoding/i)
  }
})

test('[PAG6] whoever does not, and a part of a file, is answered from the plain one', async () => {
  const get = await pages()
  for (const headers of [{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'br;q=0, gzip;q=0' }]) {
    const plain = await get('/assets/app-1a.js', headers)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toBe(script)
    expect(plain.headers.vary).toMatch(/accept-encoding/i)
  }
  const part = await get('/assets/app-1a.js', { 'accept-encoding': 'br', range: 'bytes=0-5' })
  expect(part.status).toBe(206)
  expect(part.body.toString()).toBe(script.slice(0, 6))
  const small = await get('/assets/small-1b.js', { 'accept-encoding': 'br' })
  expect(small.headers['content-encoding']).toBeUndefined()
  expect(small.body.toString()).toBe('export {}')
  expect((await get('/assets/none.js', { 'accept-encoding': 'br' })).status).toBe(404)
})
