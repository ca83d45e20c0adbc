import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

let built: Promise<URL> | null = null

/** The thread of the search index, built from the sources as they are now: once for each test file that uses it. */
export function searchWorker(): Promise<URL> {
  built ??= buildWorker()
  return built
}

async function buildWorker(): Promise<URL> {
  // Below the project, so that its packages are found; named by the process, so that runs side by side do not meet.
  const folder = join(process.cwd(), 'dist', 'test', `search-worker-${process.pid}`)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: { searchWorker: 'server/archive/searchWorker.ts' },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return pathToFileURL(join(folder, 'searchWorker.js'))
}
