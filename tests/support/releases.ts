import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ServerPlace } from './serverProcess.ts'

/** A release of the product in a folder of its own, which can be exchanged for a newer one while its server is stopped. */
export interface Installed {
  readonly place: ServerPlace
  /** The files of the next release: another version of the schema on both sides, and other names for all code of the pages. */
  exchange(): void
}

/** Installs the release that stands built in `dist/`. */
export function installRelease(): Installed {
  const above = join(process.cwd(), 'dist', 'tests')
  mkdirSync(above, { recursive: true })
  // What test processes that are gone left there is cleared by their number (bundleForChild).
  const folder = mkdtempSync(join(above, `release-${process.pid}-`))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const part of ['server', 'client']) cpSync(join('dist', part), join(folder, 'dist', part), { recursive: true })
  return {
    place: { program: resolve(folder, 'dist/server/main.js'), through: ['env', '-C', folder] },
    exchange: () => {
      const server = rewrite(join(folder, 'dist/server'), (text) =>
        text.replace(/schemaVersion: 1\b/g, 'schemaVersion: 2').replace(/schemaVersion < 1\b/g, 'schemaVersion < 2'),
      )
      if (server === 0) throw new Error('The server has no version of the schema')
      exchangePages(join(folder, 'dist/client'))
    },
  }
}

function exchangePages(folder: string): void {
  const packed = filesOf(folder).filter((path) => /\.(br|gz)$/.test(path))
  for (const path of packed) rmSync(path)
  const hashes = filesOf(folder).flatMap((path) => /-([\w-]{8})\.js$/.exec(path)?.[1] ?? [])
  const named = new RegExp(hashes.join('|'), 'g')
  const renamed = (text: string) => text.replace(named, (hash) => `${hash.slice(1)}0`)
  const changed = rewrite(folder, (text) => renamed(text).replace(/schemaVersion:1\b/g, 'schemaVersion:2'))
  rewrite(folder, (text) => text.replace(/(url:"index\.html",revision:")\w/, '$1x'))
  for (const path of filesOf(folder).filter((one) => one.endsWith('.js'))) {
    if (renamed(path) !== path) renameSync(path, renamed(path))
  }
  if (changed === 0) throw new Error('The pages have no version of the schema')
}

/** Rewrites what of the texts in a folder is to be; gives back in how many that made a difference. */
function rewrite(folder: string, work: (text: string) => string): number {
  let changed = 0
  for (const path of filesOf(folder).filter((one) => /\.(js|html|webmanifest|json)$/.test(one))) {
    const before = readFileSync(path, 'utf8')
    const after = work(before)
    if (after === before) continue
    writeFileSync(path, after)
    changed += 1
  }
  return changed
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}
