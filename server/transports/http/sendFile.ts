import type { Response } from 'express'
import type { ExportFile } from '../../exports/index.ts'

/** Sends a document. Pages are looked at, under a policy of their own; everything else is downloaded. Nothing stays in a cache. */
export function sendFile(response: Response, file: ExportFile): void {
  const { name, mediaType, bytes, contentSecurityPolicy } = file
  response.set({
    'cache-control': 'no-store',
    'content-type': mediaType,
    'content-disposition': contentDisposition(contentSecurityPolicy === undefined ? 'attachment' : 'inline', name),
    'x-content-type-options': 'nosniff',
  })
  if (contentSecurityPolicy !== undefined) response.set('content-security-policy', contentSecurityPolicy)
  response.status(200).end(bytes)
}

/** RFC 6266: a name of plain letters for old programs, and the whole one in UTF-8 (RFC 8187). */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const dot = name.lastIndexOf('.')
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9 ()_.,-]+/g, '_')
      .replace(/^[\s_.-]+|[\s_-]+$/g, '')
  const fallback = `${plain(name.slice(0, dot)) || 'document'}${name.slice(dot)}`
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${fallback}"; filename*=UTF-8''${whole}`
}
