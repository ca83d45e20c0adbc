// `npm run bench:archive`: a data folder with ten thousand records: from start to ready, searching letter by letter, memory, one
// document of each format. Not a part of `npm test`. RECORDS, GROUP_COUNT and FOLDER change what is measured; a folder that is there is used again.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { ensureBuilt, root } from '../../server/launch/prepare.js'

process.chdir(root)
/** Another build than the present one, to compare. */
const program = process.env.PROGRAM ?? 'dist/server'
if (process.env.PROGRAM === undefined) await ensureBuilt()
const records = Number(process.env.RECORDS ?? 10_000)
const groups = Number(process.env.GROUP_COUNT ?? 12)
const dataDir = process.env.FOLDER ?? join(tmpdir(), `rapporteur-bench-archive-${records}-${groups}`)
const port = Number(process.env.PORT ?? 34_517)
const url = `http://127.0.0.1:${port}`
const result = { records, groups, machine: `${cpus().length} cores`, load: loadavg()[0] }

/** What people look for, as they type it: every language, phrases, filters, a word that is nowhere. */
const queries = [
  'landmine',
  'ratification',
  'victim assistance',
  'Thailand deadline',
  '"mine clearance"',
  'standing:agreed funding',
  'déminage régionale',
  'victimes',
  'genève',
  'año financiación',
  'разминирование',
  'помощь жертвам',
  'إزالة الألغام',
  'الضحايا',
  '地雷受害者',
  '扫雷 合作',
  'the report of the',
  'a',
  'zzzxq',
  'part:action lead:thailand plan',
  'follow-up action plan 2009',
  'coordinator -geneva draft',
]

if (!existsSync(join(dataDir, 'made.json'))) await make()
const { token, meetingId, groupId } = JSON.parse(readFileSync(join(dataDir, 'made.json'), 'utf8'))
if (process.env.REBUILD !== undefined || !existsSync(join(dataDir, 'derived'))) {
  const began = performance.now()
  run('index', 'rebuild')
  result.rebuildSeconds = seconds(began)
}

const { server, readyMs } = await start()
try {
  result.readyMs = readyMs
  const first = performance.now()
  const answer = await search('landmine')
  result.firstSearchMs = ms(first)
  result.pending = answer.pending
  result.readyToTruthfulMs = Math.round(readyMs + result.firstSearchMs)
  await type(queries.slice(0, 6))
  const before = cpuMs()
  const times = await type(queries)
  result.cpuMsPerSearch = Math.round((cpuMs() - before) / times.length)
  const sorted = times.map(({ took }) => took).sort((one, other) => one - other)
  result.searches = sorted.length
  result.p50 = sorted[Math.floor(sorted.length * 0.5)]
  result.p99 = sorted[Math.floor(sorted.length * 0.99)]
  result.max = sorted.at(-1)
  result.slowest = times.sort((one, other) => other.took - one.took).slice(0, 5)
  result.rssSearchingMb = rss('VmRSS')
  result.archiveMs = await timed('/archive?limit=50')
  result.groupArchiveMs = await timed(`/groups/${groupId}/archive?limit=50`)
  result.registerMs = await timed(`/groups/${groupId}/outcomes?limit=50`)
  result.registerAgainMs = await timed(`/groups/${groupId}/outcomes?limit=50`)
  result.exports = {}
  for (const format of ['docx', 'pdf', 'html', 'md', 'json']) {
    result.exports[format] = await timed(`/meetings/${meetingId}/exports/record.${format}`)
  }
  result.rssMb = rss('VmRSS')
  result.peakRssMb = rss('VmHWM')
} finally {
  server.kill('SIGTERM')
}
for (const [name, value] of Object.entries(result)) {
  process.stdout.write(`${name.padEnd(20)} ${typeof value === 'object' ? JSON.stringify(value) : value}\n`)
}
writeFileSync(join(tmpdir(), 'rapporteur-bench-archive.json'), JSON.stringify(result, null, 2))

/** What all threads of the server have used. */
function cpuMs() {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** As the operating system counts it, all threads together. */
function rss(name) {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
}

async function make() {
  const began = performance.now()
  const { makeArchiveFolder } = (await runnerImport('./tests/bench/archiveFolder.ts')).module
  const made = await makeArchiveFolder(dataDir, { records, groups })
  writeFileSync(join(dataDir, 'made.json'), JSON.stringify(made))
  result.makeSeconds = seconds(began)
}

function run(...args) {
  const env = { ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' }
  const done = spawnSync(process.execPath, [`${program}/cli.js`, ...args], { env, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout
}

async function start() {
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_ENV: 'production', LOG_LEVEL: 'warn' }
  const began = performance.now()
  const server = spawn(process.execPath, [`${program}/main.js`], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  for (;;) {
    if (server.exitCode !== null) throw new Error('The server ended')
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok === true) return { server, readyMs: Math.round(performance.now() - began) }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Asks with each letter, at the pace of somebody who types fast; one question at a time, as the page does. */
async function type(list) {
  const times = []
  for (const query of list) {
    for (let length = 1; length <= query.length; length += 1) {
      const q = query.slice(0, length)
      const began = performance.now()
      const { total, records } = await search(q)
      const took = ms(began)
      times.push({ q, total, records, took })
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 55 - took)))
    }
  }
  return times
}

async function search(q) {
  const answer = await fetch(`${url}/api/search?q=${encodeURIComponent(q)}`, { headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

async function timed(path) {
  const began = performance.now()
  const answer = await fetch(`${url}/api${path}`, { headers: { authorization: `Bearer ${token}` } })
  await answer.arrayBuffer()
  return answer.ok ? ms(began) : answer.status
}

function ms(began) {
  return Math.round((performance.now() - began) * 10) / 10
}

function seconds(began) {
  return Math.round((performance.now() - began) / 100) / 10
}
