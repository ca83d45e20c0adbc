import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'

/**
 * Makes one runnable script of a TypeScript entry (a path from the project's root), for a child process to be killed; returns
 * its path. It lies in the ignored `dist/`, so that packages are found; what test processes that are gone left there goes too.
 */
export async function bundleForChild(entry: string): Promise<string> {
  const above = join(process.cwd(), 'dist', 'tests')
  mkdirSync(above, { recursive: true })
  for (const name of readdirSync(above)) if (!isInUse(name)) rmSync(join(above, name), { recursive: true, force: true })
  const folder = mkdtempSync(join(above, `${basename(entry, '.ts')}-${process.pid}-`))
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: resolve(entry),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
  return join(folder, 'child.mjs')
}

/** Whether the process that bundled there, whose number stands in the name, is still running. */
function isInUse(name: string): boolean {
  const pid = /-(\d+)-[^-]+$/.exec(name)?.[1]
  if (pid === undefined) return false
  try {
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}
