// `npm run test:long [-- --release] [-- --only=words]`: the long runs, each once, one after the other.
// `npm test` runs a tenth or less of each. What there is to run stands beside this file, in `long/`.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from '../server/launch/prepare.js'

ensureInstalled()
await ensureBuilt()

const release = process.argv.includes('--release')
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length)

const folder = join(root, 'tests', 'long')
const lists = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => import(join(folder, name))),
)
/** Each run: its name, the cases of the catalogue it proves, its files, and its environment, shorter and longer. */
const runs = lists
  .flatMap((list) => list.runs)
  .filter((run) => only === undefined || run.name.includes(only) || run.cases.includes(only))

if (runs.length === 0) {
  process.stdout.write('No run has this name.\n')
  process.exitCode = 1
}
const lines = []
for (const { name, cases, files, short, release: longer, project = 'rules' } of runs) {
  const env = release ? longer : short
  const began = Date.now()
  const args = ['run', '--project', project, '--testTimeout=7200000', ...files]
  const done = spawnSync(join(root, 'node_modules', '.bin', 'vitest'), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEW_CASES: '1', ...env },
  })
  const seconds = ((Date.now() - began) / 1000).toFixed(0)
  const figures = Object.entries(env).map(([key, value]) => `${key}=${value}`)
  lines.push(`${done.status === 0 ? 'ok  ' : 'FAIL'} ${name} [${cases.join(' ')}] ${figures.join(' ')} (${seconds} s)`)
  if (done.status !== 0) process.exitCode = 1
}
process.stdout.write(`\n${lines.join('\n')}\n`)
