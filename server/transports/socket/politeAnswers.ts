import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/**
 * Long polling is answered by the engine and not by the HTTP door, so what every answer must say is said here, refusals of a
 * handshake included (RELIABILITY W12). Gives back the way to stop.
 */
export function politeAnswers(httpServer: HttpServer, path: string): () => void {
  const say = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith(path) !== true) return
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  }
  // Before the engine, which answers in its own turn.
  httpServer.prependListener('request', say)
  return () => httpServer.off('request', say)
}
