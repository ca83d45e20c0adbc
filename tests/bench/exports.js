// `npm run bench:exports`: how long documents take, and how long the server's own thread is held up by them. Not a part of `npm test`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { runnerImport } from 'vite'
import { root } from '../../server/launch/prepare.js'

process.chdir(root)
const load = async (path) => (await runnerImport(`./${path}`)).module
const { systemClock } = await load('server/base/index.ts')
const { createExporter } = await load('server/exports/index.ts')
const { exportWorker } = await load('tests/support/exportWorker.ts')
const { scriptsRecord } = await load('tests/support/exports/scriptsRecord.ts')
const { longRecord } = await load('tests/support/exports/longRecord.ts')

const rounds = Number(process.env.ROUNDS ?? 9)
const sizes = (process.env.OUTCOMES ?? '500,2000').split(',').map(Number)
const names = ['record.docx', 'record.pdf', 'record.html', 'record.md', 'record.json', 'follow-up.docx', 'follow-up.pdf']
const records = [
  { what: '40 paragraphs', rounds, ask: scriptsRecord() },
  ...sizes.map((size) => ({ what: `${size} outcomes`, rounds: Math.min(rounds, 5), ask: longRecord(size) })),
]

const exporter = createExporter({ clock: systemClock(), worker: exportWorker, limitMs: 600_000 })
const rows = []
const before = loadavg()[0]
for (const { what, rounds: times, ask } of records) {
  for (const name of names) rows.push(await measure(what, name, ask, times))
}
await exporter.close()
print()
const machine = { node: process.version, cores: cpus().length, load: { before, after: loadavg()[0] } }
mkdirSync('dist/bench', { recursive: true })
writeFileSync('dist/bench/exports.json', `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`)
process.stdout.write(`Written to dist/bench/exports.json. Load of the machine: ${before.toFixed(1)} before, `)
process.stdout.write(`${machine.load.after.toFixed(1)} after, on ${machine.cores} cores.\n`)

/** The first one warms up and is told apart; of the others median and spread, and the longest time in which this thread did not turn. */
async function measure(what, name, ask, times) {
  const taken = []
  let blocked = 0
  let bytes = 0
  for (let round = 0; round <= times; round += 1) {
    const watch = watchThread()
    const began = performance.now()
    const made = await exporter.render({ kind: 'record', name, ...ask }, 'bench')
    taken.push(performance.now() - began)
    const longest = watch.end()
    if (!made.ok) throw new Error(`${name} of ${what}: ${made.refusal.message}`)
    bytes = made.value.bytes.length
    if (round > 0) blocked = Math.max(blocked, longest)
  }
  const [first, ...warm] = taken
  warm.sort((a, b) => a - b)
  const at = (share) => warm[Math.round((warm.length - 1) * share)]
  return { what, name, rounds: times, kB: bytes / 1024, first, min: at(0), median: at(0.5), max: at(1), blocked }
}

/** Turns the loop as fast as it goes; the longest stretch between two turns is how long somebody else would have waited. */
function watchThread() {
  let longest = 0
  let last = performance.now()
  let isOn = true
  const turn = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (isOn) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    end() {
      isOn = false
      return Math.max(longest, performance.now() - last)
    },
  }
}

function print() {
  const heads = ['record', 'document', 'kB', 'first ms', 'median ms', 'min', 'max', 'own thread blocked ms']
  const figures = (row) => [row.kB, row.first, row.median, row.min, row.max].map((one) => one.toFixed(0))
  const lines = [heads, ...rows.map((row) => [row.what, row.name, ...figures(row), row.blocked.toFixed(1)])]
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  for (const line of lines) {
    const cells = line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
    process.stdout.write(`${cells.join('  ')}\n`)
  }
}
