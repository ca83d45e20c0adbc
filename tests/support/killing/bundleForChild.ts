import { basename, join } from 'node:path'
import { build } from 'vite'

/**
 * Makes one runnable file of a TypeScript entry, for a child process to be killed; returns its path. It lies in the ignored
 * `dist/`, so that packages are found; the process id in its name keeps test files that run side by side apart.
 */
export async function bundleForChild(entry: string): Promise<string> {
  const folder = join(process.cwd(), 'dist', 'tests')
  const name = `${basename(entry, '.ts')}-${process.pid}.mjs`
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name, chunkFileNames: `${name}-[hash].mjs` } },
    },
  })
  return join(folder, name)
}
