import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'

/** The built pages: assets with a hash in their name for ever, everything else asked for anew; unknown addresses get the app. */
export function servePages(folder: string): Router {
  const router = Router()
  const index = join(folder, 'index.html')
  router.use(
    express.static(folder, {
      index: false,
      etag: true,
      dotfiles: 'ignore',
      setHeaders: (response, path) => {
        const hashed = path.startsWith(join(folder, 'assets'))
        response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  )
  router.use((request, response, next) => {
    const asksForPage = (request.method === 'GET' || request.method === 'HEAD') && request.accepts('html') !== false
    // A missing file of the app is missing; only addresses without an ending are pages.
    if (!asksForPage || /\.\w+$/.test(request.path) || !existsSync(index)) return next()
    response.set('cache-control', 'no-store')
    response.sendFile(index, { cacheControl: false, etag: false, lastModified: false })
  })
  return router
}
