// `npm test`: everything, in order, stopping at nothing; ends with one plain line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from '../server/launch/prepare.js'

ensureInstalled()

let passed = 0
let failed = 0

/** One check of the house: counts as one test. */
function step(name, command, args) {
  const began = Date.now()
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: process.env })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const well = done.status === 0
  if (well) passed += 1
  else failed += 1
  process.stdout.write(`${well ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
}

const bin = (name) => join(root, 'node_modules', '.bin', name)

/** The browser for the journeys: one that is here, else Debian's package when root may install it. */
function findBrowser() {
  const here = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome']
  const known = process.env.CHROMIUM ?? here.find((path) => existsSync(path))
  if (known !== undefined) return known
  const own = spawnSync(process.execPath, ['-e', "process.stdout.write(require('playwright').chromium.executablePath())"], {
    cwd: root,
    encoding: 'utf8',
  }).stdout.trim()
  if (own !== '' && existsSync(own)) return own
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing Chromium for the browser journeys…\n')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-core'], { stdio: ['ignore', 'ignore', 'inherit'], env })
    return here.find((path) => existsSync(path)) ?? null
  }
  return null
}

/** Runs one vitest project and adds its figures. A run that executed nothing is a failure. */
function suite(project) {
  const folder = join(root, 'dist', 'test')
  mkdirSync(folder, { recursive: true })
  const report = join(folder, `${project}.json`)
  rmSync(report, { force: true })
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const done = spawnSync(bin('vitest'), args, { cwd: root, stdio: 'inherit', env: process.env })
  if (!existsSync(report)) {
    failed += 1
    return
  }
  const figures = JSON.parse(readFileSync(report, 'utf8'))
  passed += figures.numPassedTests
  failed += figures.numFailedTests
  // A suite that could not even load has no failed test of its own, and an unhandled rejection fails the run only.
  if (done.status !== 0 && figures.numFailedTests === 0) failed += Math.max(1, figures.numFailedTestSuites)
  if (figures.numPassedTests + figures.numFailedTests === 0) failed += 1
}

const fast = process.argv.includes('--fast')
step('format and lint', bin('biome'), ['ci', '--error-on-warnings', '.'])
for (const house of ['tsconfig.json', 'server/tsconfig.json', 'client/tsconfig.json', 'tests/tsconfig.json']) {
  step(`types: ${house}`, bin('tsc'), ['-p', house])
}
step('boundaries', bin('depcruise'), ['--config', '.dependency-cruiser.js', '--output-type', 'err', 'shared', 'server', 'client'])
step('dead code', bin('knip'), ['--no-progress'])
if (!fast) {
  await ensureBuilt()
  suite('rules')
  const browser = findBrowser()
  if (browser === null) {
    process.stdout.write(
      'FAIL browser journeys: install Chromium (Debian: apt-get install chromium) or set CHROMIUM to its path\n',
    )
    failed += 1
  } else {
    process.env.CHROMIUM = browser
    suite('journeys')
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
