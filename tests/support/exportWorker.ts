import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

let built: Promise<URL> | null = null

/** The thread for documents, built from the sources as they are now: once for each test file that makes a document. */
export function exportWorker(): Promise<URL> {
  built ??= buildWorker()
  return built
}

async function buildWorker(): Promise<URL> {
  // Below the project, so that its packages are found.
  const folder = join(process.cwd(), 'dist', 'test', `export-worker-${process.pid}`)
  removeLeftBehind(join(process.cwd(), 'dist', 'test'))
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
        input: { exportWorker: 'server/exports/worker.ts' },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return pathToFileURL(join(folder, 'exportWorker.js'))
}

/** What test runs that are over have left: their processes are ended from outside and cannot tidy up themselves. */
function removeLeftBehind(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = Number(/^export-worker-(\d+)$/.exec(name)?.[1] ?? process.pid)
    if (pid !== process.pid && !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
