import { createServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import { type Config, createLog, createNewId, createReportFault, readConfig, systemClock, systemRandom } from './base/index.ts'
import { offerFirstAdministrator, openWorkspace } from './meetings/index.ts'
import { allowancesOf } from './rooms/index.ts'
import { CannotOpen, openStorage, type Storage } from './storage/index.ts'
import {
  createCommandDoor,
  createHttpDoor,
  createIdentify,
  createSocketDoor,
  createYWebsocketDoor,
  maxLines,
  originAllowed,
  socketPath,
} from './transports/index.ts'

/** An orderly stop takes no longer than this; what hangs is left to its fate (RELIABILITY D11). */
const stopWithinMs = 8_000

const config = readConfig(process.env)
if (!config.ok) stopWithOneLine(config.refusal.message)
else await start(config.value)

async function start(config: Config): Promise<void> {
  const log = createLog({ level: config.logLevel })
  const clock = systemClock()
  const random = systemRandom()
  const reportFault = createReportFault(log, createNewId(random))
  // The last resort: one person's fault must not end everybody's meeting (RELIABILITY A7). What is broken stays told in the log.
  process.on('uncaughtException', (error) => reportFault(error, { last: 'uncaughtException' }))
  process.on('unhandledRejection', (error) => reportFault(error, { last: 'unhandledRejection' }))

  const storage = await openOrStop({ dataDir: config.dataDir, clock, log, random })
  if (storage === null) return
  // Until the doors stand every request is answered "not yet": one without an answer would wait for ever.
  let door: RequestListener = (_request, response) => response.writeHead(503, { 'retry-after': '1' }).end()
  // A2: who opens a line and does not say what it wants is not waited for; the library looks only each half minute by itself.
  const timeouts = {
    requestTimeout: 60_000,
    headersTimeout: 10_000,
    keepAliveTimeout: 20_000,
    connectionsCheckingInterval: 2_000,
  }
  const server = createServer(timeouts, (request, response) => door(request, response))
  server.maxConnections = maxLines()
  const port = await listenOrStop(server, config)
  if (port === null) return storage.close()

  const publicUrl = config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  // Built beside this file, as an entry of its own (server/vite.config.ts).
  const exportWorker = () => new URL('./exportWorker.js', import.meta.url)
  const searchWorker = () => new URL('./searchWorker.js', import.meta.url)
  const bringInWorker = () => new URL('./bringInWorker.js', import.meta.url)
  const copyWorker = () => new URL('./copyWorker.js', import.meta.url)
  const at = await openWorkspace({
    storage,
    clock,
    random,
    log,
    reportFault,
    publicUrl,
    bringInWorker,
    copyWorker,
    exportWorker,
    searchWorker,
    allowances: allowancesOf(config),
  })
  const identify = createIdentify(at)
  const pages = join(process.cwd(), 'dist', 'client')
  const httpDoor = createHttpDoor({ at, identify, reportFault, trustProxy: config.trustProxy, pages, withProcessMetrics: true })
  const live = {
    rooms: at.rooms,
    identify,
    originAllowed: (headers: Parameters<typeof originAllowed>[0]) => originAllowed(headers, publicUrl),
    clock,
    reportFault,
    allowances: allowancesOf(config),
  }
  const socketDoor = createSocketDoor(server, live)
  const stockDoor = createYWebsocketDoor(server, live)
  const path = socketPath(config.dataDir)
  const commandDoor = path === null ? null : await createCommandDoor(path, at, reportFault)
  if (path === null) log.warn({}, 'the path of the data folder is too long for a socket: commands need a stopped server')
  for (const warning of config.warnings) log.warn({}, warning)

  const first = await offerFirstAdministrator(at)
  door = httpDoor
  at.archive.start()
  say(`Rapporteur is at ${publicUrl}`)
  if (first !== null) say(`There is no administrator yet. This address makes the first one, once:\n${first}`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    const giveUp = setTimeout(() => process.exit(1), stopWithinMs)
    giveUp.unref()
    await commandDoor?.close()
    server.close()
    // First the rooms: what was accepted is stored and everybody is told, while the sockets are still there to tell it by.
    await at.rooms.close()
    await Promise.all([socketDoor.close(), stockDoor.close(), at.exporter.close(), at.bringer.close(), at.copies.close()])
    server.closeAllConnections()
    await at.archive.close()
    await storage.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        reportFault(error, { while: 'stopping' })
        process.exit(1)
      })
    })
  }
}

async function openOrStop(options: Parameters<typeof openStorage>[0]): Promise<Storage | null> {
  try {
    return await openStorage(options)
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    stopWithOneLine(error.message)
    return null
  }
}

/** The port that was opened, which with PORT=0 is the system's choice. */
async function listenOrStop(server: Server, { port, host }: Config): Promise<number | null> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  } catch (error) {
    stopWithOneLine(`Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : 'unknown reason'}.`)
    return null
  }
  const address = server.address()
  return address === null || typeof address === 'string' ? port : address.port
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function stopWithOneLine(line: string): void {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}
