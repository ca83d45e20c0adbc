import type { Request, Response } from 'express'
import { sha256 } from '../../base/index.ts'

/** Sends what was asked for. Nothing of it may stay in a cache; the tag lets a reader ask whether it changed. */
export function sendAnswer(request: Request, response: Response, status: number, value: unknown): void {
  response.set('cache-control', 'no-store')
  if (status === 204) {
    response.status(204).end()
    return
  }
  const body = JSON.stringify(value)
  if (request.method === 'GET') {
    const tag = `"${sha256(body)}"`
    response.set('etag', tag)
    if (request.headers['if-none-match'] === tag) {
      response.status(304).end()
      return
    }
  }
  response.status(status).type('application/json').send(body)
}
