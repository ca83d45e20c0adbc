import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import express, { type Request, Router } from 'express'

/** The built pages: assets with a hash in their name for ever, everything else asked for anew; unknown addresses get the app. */
export function servePages(folder: string): Router {
  const router = Router()
  const index = join(folder, 'index.html')
  const files = packedFiles(folder)
  router.use((request, response, next) => {
    const kind = extname(request.path)
    const packing = packingOf(request, files)
    if (packing !== null) {
      // The middleware below finds the packed file under its own name, and keeps the type of what is in it.
      request.url = `${request.path}.${packing.ending}`
      response.type(kind)
      response.setHeader('content-encoding', packing.name)
    }
    // What lies between may keep both forms, and must not give one for the other.
    if (kind in packable) response.vary('accept-encoding')
    next()
  })
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

/** How the build has packed its files, the smallest first. */
const packings = [
  { name: 'br', ending: 'br' },
  { name: 'gzip', ending: 'gz' },
] as const

const packable: Readonly<Record<string, true>> = { '.js': true, '.css': true, '.svg': true }

/** The addresses of what the build has packed; looked up, so that no address of somebody else's making reaches the disk. */
function packedFiles(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set()
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return new Set(names.filter((name) => /\.(br|gz)$/.test(name)).map((name) => `/${name.replaceAll('\\', '/')}`))
}

function packingOf(request: Request, files: ReadonlySet<string>): (typeof packings)[number] | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  // A part of a file is a part of the unpacked one.
  if (request.headers.range !== undefined) return null
  const accepted = request.acceptsEncodings()
  return packings.find(({ name, ending }) => accepted.includes(name) && files.has(`${request.path}.${ending}`)) ?? null
}
