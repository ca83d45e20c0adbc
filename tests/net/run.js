// `npm run test:net [-- --only='words|words'] [-- --all]`: the safety net itself. Switches off one protection of the product at a time, in a
// copy of the working tree, and shows that a test turns red for each (RELIABILITY G23). `--all` runs every rule for each switch instead
// of those that are named beside it. Ends with a table, `dist/test/net.json`, and 1 when a switch goes unnoticed. Each line is told as
// soon as it is known, and `COPIES` says how many switches are tried side by side.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ensureInstalled, root } from '../../server/launch/prepare.js'
import { switches } from './switches.js'

ensureInstalled()
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length)
const all = process.argv.includes('--all')
const chosen = switches.filter(({ name }) => only === undefined || only.split('|').some((word) => name.includes(word)))
if (chosen.length === 0) {
  process.stderr.write('No switch has this name.\n')
  process.exit(2)
}

/** A protection that is gone may leave a test waiting for ever; nobody waits for it longer than this. */
const longestMs = 5 * 60_000
const copies = Number(process.env.COPIES ?? 2)
const places = Array.from({ length: Math.min(copies, chosen.length) }, copyTree)
const results = []
/** Titles that are red with everything switched on: they notice nothing. */
let sick = []
try {
  const waiting = [...chosen]
  await Promise.all(
    places.map(async (place, index) => {
      if (index === 0) sick = await baseline(place)
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const result = await tryOut(place, next)
        results.push(result)
        tell(result)
      }
    }),
  )
} finally {
  for (const place of places) rmSync(place, { recursive: true, force: true })
}
for (const result of results) {
  if (!result.noticed || result.by.some((title) => !sick.includes(title))) continue
  result.noticed = false
  result.why = `red before anything was switched off: ${result.by[0]}`
}

const order = (name) => chosen.findIndex((one) => one.name === name)
results.sort((one, other) => order(one.name) - order(other.name))
const unnoticed = results.filter(({ noticed }) => !noticed)
process.stdout.write(`\n${unnoticed.length === 0 ? 'Every switch was noticed.' : 'Unnoticed:'}\n`)
for (const result of unnoticed) tell(result)
mkdirSync(join(root, 'dist', 'test'), { recursive: true })
writeFileSync(join(root, 'dist', 'test', 'net.json'), `${JSON.stringify(results, null, 2)}\n`)
process.stdout.write(`${results.length - unnoticed.length} of ${results.length} switched-off protections noticed\n`)
process.exitCode = unnoticed.length === 0 && sick.length === 0 ? 0 : 1

function tell({ name, noticed, by, why, seconds }) {
  process.stdout.write(`${noticed ? 'noticed  ' : 'UNNOTICED'}  ${name}: ${noticed ? by[0] : why} (${seconds} s)\n`)
}

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

/** All tests that are asked, with everything switched on. Gives back the red ones. */
async function baseline(place) {
  const began = Date.now()
  const { failed, fault, ran } = await runTests(place, all ? [] : chosen.flatMap(({ tests }) => tests), false)
  const seconds = Math.round((Date.now() - began) / 1000)
  process.stdout.write(`With everything on: ${ran} tests, ${failed.length} red (${seconds} s)\n`)
  if (fault !== null) process.stderr.write(`${fault}\n`)
  for (const title of failed) process.stderr.write(`red: ${title}\n`)
  if (fault !== null) throw new Error('With everything on the tests cannot be run')
  return failed
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
    const { failed, fault } = await runTests(place, all ? [] : tests, true)
    const seconds = Math.round((Date.now() - began) / 1000)
    return { name, file, noticed: failed.length > 0, by: failed, why: fault ?? 'every test stayed green', seconds }
  } finally {
    writeFileSync(path, text)
  }
}

/**
 * Titles of the tests that failed; `fault` when nothing ran, which notices nothing. Of each file only the rules that are named behind
 * it are run, and where one red is enough (`untilRed`), none after that.
 */
async function runTests(place, tests, untilRed) {
  const report = join(place, 'net-report.json')
  rmSync(report, { force: true })
  const parts = tests.map((one) => one.split(' '))
  const files = [...new Set(parts.map(([file]) => file))]
  const rules = [...new Set(parts.flatMap(([, ...named]) => named))]
  const args = ['run', '--project', 'rules', '--reporter=json', `--outputFile.json=${report}`, ...files]
  if (rules.length > 0) args.push('-t', `\\[(${rules.join('|')})\\]`)
  if (untilRed) args.push('--bail=1', '--testTimeout=30000')
  const child = spawn(join(place, 'node_modules', '.bin', 'vitest'), args, { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.on('data', (chunk) => {
    told = `${told}${chunk}`.slice(-2000)
  })
  const giveUp = setTimeout(() => child.kill('SIGTERM'), longestMs * (untilRed ? 1 : 6))
  await new Promise((resolve) => child.once('exit', resolve))
  clearTimeout(giveUp)
  if (!existsSync(report)) return { failed: [], ran: 0, fault: `no test ran: ${told}` }
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const results = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = results.filter(({ status }) => status === 'failed').map(({ title }) => title)
  const ran = failed.length + results.filter(({ status }) => status === 'passed').length
  const unloaded = testResults.filter(({ assertionResults }) => assertionResults.length === 0)
  const why = unloaded.map(({ message }) => message).join(' ')
  if (failed.length === 0 && unloaded.length > 0) return { failed, ran, fault: `not loaded: ${why.slice(0, 500)}` }
  return { failed, ran, fault: ran === 0 ? 'none of these rules ran' : null }
}
