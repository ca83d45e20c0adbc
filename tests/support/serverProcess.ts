import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built server as its own process, on a port and a data folder of its own; can be killed and started again. */
export interface ServerProcess {
  readonly url: string
  readonly dataDir: string
  /** The one-time address of the first administrator, as printed at the first start. */
  readonly firstAddress: string
  /** All that the process printed so far, both streams. */
  output(): string
  /** SIGKILL, as in a power cut of the process; resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  start(): Promise<void>
  /** Stops and removes the data folder. */
  dispose(): Promise<void>
}

/** Where a server runs, if not in a folder of its own. */
export interface ServerPlace {
  readonly dataDir?: string
  /** Another build of the server. */
  readonly program?: string
  /** What stands before the command, to run it elsewhere. */
  readonly through?: readonly string[]
}

/** Starts the server built in dist/, or another build of it, and returns once it says that it is ready. */
export async function serverProcess(
  env: Readonly<Record<string, string>> = {},
  program = 'dist/server/main.js',
  place: ServerPlace = {},
): Promise<ServerProcess> {
  const entry = place.program ?? program
  const port = await freePort()
  const dataDir = place.dataDir ?? mkdtempSync(join(tmpdir(), 'rapporteur-journey-'))
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  let printed = ''
  let firstAddress: string | null = null

  async function start(): Promise<void> {
    const [command = '', ...rest] = [...(place.through ?? []), process.execPath, entry]
    const started = spawn(command, rest, {
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    const note = (chunk: Buffer) => {
      printed += chunk.toString()
    }
    started.stdout?.on('data', note)
    started.stderr?.on('data', note)
    await ready(started)
  }

  /** Polls readiness: the process prints before it listens on some machines, so its own word decides. */
  async function ready(started: ChildProcess): Promise<void> {
    for (;;) {
      if (started.exitCode !== null) throw new Error(`The server ended with ${started.exitCode}:\n${printed}`)
      const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
      // It listens a moment before it says where the first administrator goes.
      firstAddress ??= /https?:\/\/\S+\/first#\S+/.exec(printed)?.[0] ?? null
      if (answer?.ok === true && firstAddress !== null) return
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }

  function end(signal: NodeJS.Signals): Promise<number | null> {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null) return Promise.resolve(ending?.exitCode ?? null)
    return new Promise((resolve) => {
      ending.once('exit', (code) => resolve(code))
      ending.kill(signal)
    })
  }

  await start()
  return {
    url,
    dataDir,
    firstAddress: firstAddress ?? '',
    output: () => printed,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    start,
    dispose: async () => {
      await end('SIGTERM')
      if (place.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('No port to be had')
  return address.port
}
