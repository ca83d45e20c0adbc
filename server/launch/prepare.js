// Plain JavaScript on purpose: this runs on a fresh clone, before anything is installed or built.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const stamp = join(root, 'dist', '.stamp')
const installed = join(root, 'node_modules', '.rapporteur-lock')

/** Ends the process with one clear line when Node is too old for the pinned parts. */
function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(`Rapporteur needs Node 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}

/**
 * Installs the lockfile's packages when others, or none, are there. Says so on stderr: stdout may be somebody's JSON.
 * Not `npm ci`: it refuses a lockfile that does not name the native parts of every platform, which not every registry has.
 */
export function ensureInstalled() {
  requireNode()
  const lock = digest([join(root, 'package-lock.json')])
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return
  process.stderr.write('Installing packages (once)…\n')
  const done = spawnSync('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    process.stderr.write('The packages could not be installed: see the lines above.\n')
    process.exit(1)
  }
  writeFileSync(installed, lock)
}

/** Builds server and client into dist/ when a source file changed since the last build. */
export async function ensureBuilt() {
  const sources = ['shared', 'server', 'client'].flatMap((house) => filesBelow(join(root, house)))
  const now = digest([...sources, join(root, 'package-lock.json'), join(root, 'vite.config.ts')])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  process.stderr.write('Building…\n')
  // A child process: the build's own lines and environment stay out of the server's.
  const vite = join(dirname(createRequire(join(root, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js')
  for (const config of ['server/vite.config.ts', 'vite.config.ts']) {
    const done = spawnSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (done.status !== 0) {
      process.stderr.write('The build failed: see the lines above.\n')
      process.exit(1)
    }
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function digest(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    if (!existsSync(file)) continue
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}
