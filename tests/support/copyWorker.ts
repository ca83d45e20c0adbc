import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

let built: Promise<URL> | null = null

/** The thread that reads copies from before a restore, built from the sources as they are now: once for each test file that reads some. */
export function copyWorker(): Promise<URL> {
  built ??= buildWorker()
  return built
}

async function buildWorker(): Promise<URL> {
  // Below the project, so that its packages are found; the same kind of folder as the thread for documents, which tidies up.
  const folder = join(process.cwd(), 'dist', 'test', `copy-worker-${process.pid}`)
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
        input: { copyWorker: 'server/rooms/quarantine/copyWorker.ts' },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return pathToFileURL(join(folder, 'copyWorker.js'))
}
