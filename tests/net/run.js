// `npm run test:net [-- --only=words] [-- --all]`: the safety net itself. Switches off one protection of the product at a time, in a
// copy of the working tree, and shows that a test turns red for each (RELIABILITY G23). `--all` runs every rule for each switch instead
// of those that are named beside it. Ends with a table, `dist/test/net.json`, and 1 when a switch goes unnoticed.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ensureInstalled, root } from '../../server/launch/prepare.js'
import { switches } from './switches.js'

ensureInstalled()
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length)
const all = process.argv.includes('--all')
const chosen = switches.filter(({ name }) => only === undefined || name.includes(only))
if (chosen.length === 0) {
  process.stderr.write('No switch has this name.\n')
  process.exit(2)
}

const copies = Number(process.env.COPIES ?? 2)
const places = Array.from({ length: Math.min(copies, chosen.length) }, copyTree)
const results = []
try {
  const sound = await baseline(places[0])
  if (!sound) throw new Error('The tests are red before anything is switched off')
  const waiting = [...chosen]
  await Promise.all(
    places.map(async (place) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.push(await tryOut(place, next))
    }),
  )
} finally {
  for (const place of places) rmSync(place, { recursive: true, force: true })
}

const unnoticed = results.filter(({ noticed }) => !noticed)
const width = Math.max(...results.map(({ name }) => name.length))
for (const { name, noticed, by, why, seconds } of results) {
  process.stdout.write(`${noticed ? 'noticed  ' : 'UNNOTICED'}  ${name.padEnd(width)}  ${noticed ? by[0] : why} (${seconds} s)\n`)
}
mkdirSync(join(root, 'dist', 'test'), { recursive: true })
writeFileSync(join(root, 'dist', 'test', 'net.json'), `${JSON.stringify(results, null, 2)}\n`)
process.stdout.write(`${results.length - unnoticed.length} of ${results.length} switched-off protections noticed\n`)
process.exitCode = unnoticed.length === 0 ? 0 : 1

/** What git knows, and what is new and not ignored; packages are shared, because nothing is switched off in them. */
function copyTree() {
  const place = mkdtempSync(join(tmpdir(), 'rapporteur-net-'))
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of listed.stdout.split('\0')) {
    if (file === '' || !existsSync(join(root, file))) continue
    mkdirSync(dirname(join(place, file)), { recursive: true })
    cpSync(join(root, file), join(place, file))
  }
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
  return place
}

/** All tests that are asked later, with everything switched on. */
async function baseline(place) {
  const files = all ? [] : [...new Set(chosen.flatMap(({ tests }) => tests))]
  const { failed, fault } = await runTests(place, files)
  if (fault !== null) process.stderr.write(`${fault}\n`)
  for (const title of failed) process.stderr.write(`red: ${title}\n`)
  return failed.length === 0 && fault === null
}

async function tryOut(place, { name, file, from, to, tests }) {
  const path = join(place, file)
  const text = readFileSync(path, 'utf8')
  const began = Date.now()
  // Where the text is gone, nothing would be switched off and all would seem well.
  const found = text.split(from).length - 1
  if (found !== 1) return { name, file, noticed: false, by: [], why: `the text stands ${found} times in ${file}`, seconds: 0 }
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
  try {
    const { failed, fault } = await runTests(place, all ? [] : tests)
    const seconds = Math.round((Date.now() - began) / 1000)
    return { name, file, noticed: failed.length > 0, by: failed, why: fault ?? 'every test stayed green', seconds }
  } finally {
    writeFileSync(path, text)
  }
}

/** Titles of the tests that failed; `fault` when no test could run, which notices nothing. */
async function runTests(place, files) {
  const report = join(place, 'net-report.json')
  rmSync(report, { force: true })
  const args = ['run', '--project', 'rules', '--reporter=json', `--outputFile.json=${report}`, ...files]
  const child = spawn(join(place, 'node_modules', '.bin', 'vitest'), args, { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.on('data', (chunk) => {
    told = `${told}${chunk}`.slice(-2000)
  })
  await new Promise((resolve) => child.once('exit', resolve))
  if (!existsSync(report)) return { failed: [], fault: `no test ran: ${told}` }
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const unloaded = testResults.filter(({ assertionResults }) => assertionResults.length === 0)
  if (unloaded.length > 0)
    return {
      failed: [],
      fault: `not loaded: ${unloaded
        .map(({ message }) => message)
        .join(' ')
        .slice(0, 500)}`,
    }
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ title }) => title),
  )
  return { failed, fault: null }
}
