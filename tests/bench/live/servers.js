import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const peersFolder = 'tests/bench/peers'
/** So much may one connection of the load cost; DECIDED 24 allows a bench to raise these two alone. */
const raised = { MESSAGES_PER_SECOND: '1000000', CPU_MS_PER_SECOND: '100000' }

/**
 * What can be measured. `dialect` is what its stock door speaks, `keeps` whether documents outlive the process. `program` of our own
 * may be another build, for comparing two of them.
 */
export function productServer({ name = 'rapporteur', program = 'dist/server/main.js', nodeArgs = [], raise = true } = {}) {
  const env = { LOG_LEVEL: 'warn', NODE_ENV: 'production', ...(raise ? raised : {}) }
  return { name, program, nodeArgs, env, dialect: 'rapporteur', keeps: true, ready: isProductReady }
}

/** The peers that can run here; those that cannot are told with their reason. */
export function peerServers() {
  installPeers()
  const peer = (name, file, more) => ({
    name,
    program: join(peersFolder, file),
    env: { NODE_ENV: 'production' },
    dialect: 'plain',
    keeps: false,
    ready: (output) => output().includes('ready'),
    ...more,
  })
  return [
    peer('bare ws', 'bare.js'),
    peer('y-websocket', 'ywebsocket.js'),
    peer('hocuspocus', 'hocuspocus.js', { dialect: 'hocuspocus', keeps: true }),
  ].filter(({ program, name }) => {
    const trouble = tryToLoad(program)
    if (trouble !== null) process.stdout.write(`${name} cannot run here and is left out: ${trouble}\n`)
    return trouble === null
  })
}

/** Their packages lie in a folder of their own, and nothing of them enters the product. */
function installPeers() {
  if (existsSync(join(peersFolder, 'node_modules', '.package-lock.json'))) return
  process.stdout.write('Installing the peers (once; SQLite is compiled)…\n')
  const done = spawnSync('npm', ['install', '--no-save', '--loglevel=error'], { cwd: peersFolder, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) process.stdout.write('Not every peer could be installed: see the lines above.\n')
}

function tryToLoad(program) {
  const packages = { 'hocuspocus.js': "const{default:D}=await import('better-sqlite3');new D(':memory:')" }
  const script = Object.entries(packages).find(([file]) => program.endsWith(file))?.[1]
  if (script === undefined) return null
  const args = ['--input-type=module', '-e', script]
  const done = spawnSync(process.execPath, args, { cwd: peersFolder, encoding: 'utf8' })
  return done.status === 0 ? null : (done.stderr.split('\n').find((line) => line.includes('Error')) ?? 'no reason given')
}

/** Starts one on a port and a data folder of its own; `nodeArgs` are for profiles. */
export async function startServer(kind, nodeArgs = []) {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))
  const running = { kind, name: kind.name, port, url: `http://127.0.0.1:${port}`, pid: 0, output: () => printed }
  let printed = ''
  let child = null
  running.start = async () => {
    const env = { ...process.env, ...kind.env, PORT: String(port), DATA_DIR: dataDir }
    child = spawn(process.execPath, [...nodeArgs, ...(kind.nodeArgs ?? []), kind.program], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.pid = child.pid
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk
      })
    }
    const started = child
    while (!(await kind.ready(() => printed, running))) {
      if (started.exitCode !== null) throw new Error(`${kind.name} ended with ${started.exitCode}:\n${printed}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  running.end = (signal) => {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null) return Promise.resolve()
    printed = ''
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => ending.kill('SIGKILL'), 15_000)
      ending.once('exit', () => {
        clearTimeout(giveUp)
        resolve()
      })
      ending.kill(signal)
    })
  }
  running.dispose = async () => {
    await running.end('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true })
  }
  await running.start()
  return running
}

async function isProductReady(output, running) {
  const answer = await fetch(`${running.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
  if (answer?.ok !== true) return false
  running.firstAddress ??= /https?:\/\/\S+\/first#\S+/.exec(output())?.[0]
  return running.firstAddress !== undefined
}

async function freePort() {
  const probe = createServer()
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Where the bench leaves its files. */
export function outFolder() {
  const folder = join('dist', 'bench')
  mkdirSync(folder, { recursive: true })
  return folder
}
