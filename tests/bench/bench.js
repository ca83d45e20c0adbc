// `npm run bench`: the live server under load, S1 to S6 and its memory; with `--peers` alternating with others in the same run. Not a part
// of `npm test`.
//   --only=S1,S4   --rounds=3   --seconds=20   --over=yjs|socket|polling   --kills=10   --peers   --profile   --keep (into results.json)
//   --before=PATH,PATH+--flag  other builds' main.js, or the same with other flags of Node, measured beside this one
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { ensureBuilt, root } from '../../server/launch/prepare.js'
import { joining } from './live/joining.js'
import { killing } from './live/killing.js'
import { watchCpu } from './live/measure.js'
import { memory } from './live/memory.js'
import { openInspector } from './live/openInspector.js'
import { saturation } from './live/saturation.js'
import { outFolder, peerServers, productServer, startServer } from './live/servers.js'
import { summarize, tableOf } from './live/table.js'
import { typing } from './live/typing.js'

const scenarios = {
  S1: { title: 'S1 meeting: 40 clients, 12 type 5/s', run: typing, load: { records: 1, clients: 40, typists: 12, perSecond: 5 } },
  S2: {
    title: 'S2 plenary: 200 clients, 20 type 5/s, their presence 2/s',
    run: typing,
    load: { records: 1, clients: 200, typists: 20, perSecond: 5, presencePerSecond: 2 },
  },
  S3: {
    title: 'S3 many: 100 records of 4 clients, 2 type 2/s each',
    run: typing,
    load: { records: 100, clients: 4, typists: 2, perSecond: 2 },
  },
  S4: { title: 'S4 saturation: 20 clients, each 64 edits under way', run: saturation, load: { clients: 20, underWay: 64 } },
  S5: {
    title: 'S5 join: 200,000 edits by 30 people; 1 and 50 come in',
    run: joining,
    load: { edits: 200_000, people: 30, outcomes: 10, joiners: 50 },
  },
  S6: { title: 'S6 kill', run: killing, load: { people: 8 }, skips: 'bare ws' },
  M: {
    title: 'M memory of idle records',
    run: memory,
    load: { records: 100 },
    nodeArgs: ['--inspect=127.0.0.1:0'],
    oursOnly: true,
  },
}

process.chdir(root)
const given = Object.fromEntries(
  process.argv.slice(2).map((word) => {
    const [, name, value = ''] = /^--([^=]+)=?(.*)$/.exec(word) ?? []
    return [name, value]
  }),
)
const wanted = (given.only ?? 'S1,S2,S3,S4,S5,S6,M').split(',')
const rounds = Number(given.rounds ?? 1)
const program = given.program ?? 'dist/server/main.js'
if (given.program === undefined) await ensureBuilt()
const { findText, applyEdit } = (await runnerImport('./shared/record/index.ts')).module
const { schemaVersion } = (await runnerImport('./shared/protocol/index.ts')).module
const options = {
  over: given.over ?? 'yjs',
  warmSeconds: Number(given.warm ?? 3),
  kills: Number(given.kills ?? 10),
  shared: { findText, applyEdit, schemaVersion },
}
const before = (given.before?.split(',') ?? []).map((word, at) => {
  const [path, ...nodeArgs] = word.split('+')
  return productServer({ name: ['before', at + 1, ...nodeArgs].join(' '), program: path, nodeArgs })
})
const peers = given.peers === undefined ? [] : peerServers()
const kinds = [productServer({ program }), ...before, ...peers].filter(
  ({ name }) => given.servers === undefined || given.servers.split(',').includes(name),
)

process.stdout.write('Message rate and CPU budget of a connection are raised; nothing else is (DECIDED 24).\n')
const results = {}
for (const name of wanted) await measure(name, scenarios[name])
write()
process.exit(process.exitCode ?? 0)

/** All rounds of one scenario, the servers taking turns, each in a process and a data folder of its own. */
async function measure(name, scenario) {
  const { title, run, load, nodeArgs = [] } = scenario
  const taken = []
  const loadBefore = loadavg()[0]
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? kinds : [...kinds].reverse()
    for (const kind of order) {
      if (scenario.oursOnly && kind.dialect !== 'rapporteur') continue
      if (scenario.skips === kind.name) continue
      const profile = given.profile === undefined ? [] : ['--inspect=127.0.0.1:0']
      const server = await startServer(kind, [...nodeArgs, ...profile])
      try {
        const seconds = Number(given.seconds ?? (name === 'S4' ? 10 : 20))
        const watch = await watcher(server, name)
        const figures = await run(server, load, { ...options, seconds, watch })
        taken.push({ server: kind.name, figures })
      } catch (error) {
        process.exitCode = 1
        process.stdout.write(`${title}, ${kind.name}: ${error.stack}\n${server.output()}\n`)
      } finally {
        await server.dispose()
      }
    }
  }
  if (taken.length === 0) return
  const summary = summarize(
    taken.sort(
      (one, other) => kinds.findIndex((kind) => kind.name === one.server) - kinds.findIndex((kind) => kind.name === other.server),
    ),
  )
  const over = options.over === 'yjs' ? '' : ` over ${options.over}`
  process.stdout.write(`\n${tableOf(`${title}${over} (${rounds} round${rounds === 1 ? '' : 's'})`, summary)}`)
  results[`${name}${over}`] = {
    title: `${title}${over}`,
    at: new Date().toISOString(),
    rounds,
    seconds: given.seconds,
    machine: { node: process.version, cores: cpus().length, cpu: cpus()[0].model, load: [loadBefore, loadavg()[0]] },
    servers: summary,
  }
}

/** Counts processor time while a load runs; with `--profile` it also writes what the server's main thread did then. */
async function watcher(server, name) {
  if (given.profile === undefined) return () => watchCpu(server.pid)
  const inspector = await openInspector(server)
  await inspector.ask('Profiler.enable')
  await inspector.ask('Profiler.setSamplingInterval', { interval: 200 })
  return () => {
    void inspector.ask('Profiler.start')
    const watch = watchCpu(server.pid)
    return {
      end() {
        const figures = watch.end()
        void inspector.ask('Profiler.stop').then(({ profile }) => {
          writeFileSync(join(outFolder(), `${name}-${server.name.replaceAll(' ', '-')}.cpuprofile`), JSON.stringify(profile))
          // Node waits for a debugger to go before it ends.
          inspector.close()
        })
        return figures
      },
    }
  }
}

function write() {
  const path = join(outFolder(), 'live.json')
  merge(path)
  process.stdout.write(`\nWritten to ${path}.\n`)
  if (given.keep !== undefined) merge(join('tests', 'bench', 'results.json'))
}

function merge(path) {
  const known = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  writeFileSync(path, `${JSON.stringify({ ...known, ...results }, null, 2)}\n`)
}
