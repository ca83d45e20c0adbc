import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createLog, createNewId, createReportFault, systemRandom } from '../../../server/base/index.ts'
import { accountCaller, createTokenFor, openWorkspace, type Workspace } from '../../../server/meetings/index.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import type { Storage } from '../../../server/storage/index.ts'
import { createHttpDoor } from '../../../server/transports/http/createHttpDoor.ts'
import { createIdentify, originAllowed } from '../../../server/transports/identify.ts'
import { createSocketDoor } from '../../../server/transports/socket/createSocketDoor.ts'
import { createYWebsocketDoor } from '../../../server/transports/ywebsocket/createYWebsocketDoor.ts'
import type { Role } from '../../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../../shared/base/index.ts'
import { bringInWorker } from '../bringInWorker.ts'
import { copyWorker } from '../copyWorker.ts'
import { exportWorker } from '../exportWorker.ts'
import { Failing } from '../faults/Failing.ts'
import { ManualClock } from '../ManualClock.ts'
import { must } from '../storageSamples.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { type Answer, Client, type Init } from './Client.ts'

export interface WorldOptions {
  readonly publicUrl?: string
  readonly trustProxy?: false | number
  readonly pages?: string
  /** Time stands still in these worlds, so nobody's calls are counted unless a test asks for it. */
  readonly countsCalls?: boolean
  /** Changes a part before the door is built, to make it fail. */
  readonly breaking?: (storage: Storage) => Storage
}

/** Somebody with an account and a personal token. */
export interface Somebody {
  readonly accountId: string
  readonly email: string
  readonly token: string
}

/** A group with one person in each role, and one planned meeting. */
export interface GroupWorld {
  readonly groupId: string
  readonly meetingId: string
  readonly people: Readonly<Record<Role, Somebody>>
  /** The member's id of the person of each role. */
  readonly memberIds: Readonly<Record<Role, string>>
}

/** The real HTTP and Socket.io doors on a real port, over real storage in a folder of its own. */
export interface HttpWorld {
  readonly url: string
  readonly at: Workspace
  readonly clock: ManualClock
  readonly dataDir: string
  readonly failing: Failing
  /** Every line that was logged. */
  readonly logged: string[]
  call(method: string, path: string, init?: Init): Promise<Answer>
  /** A browser with a cookie jar of its own. */
  browser(): Client
  account(name: string, options?: { administrator?: boolean; password?: string }): Promise<Somebody>
  group(name?: string): Promise<GroupWorld>
}

/** Builds a world for one test and takes it down when the test ends. */
export async function httpWorld(options: WorldOptions = {}): Promise<HttpWorld> {
  const dataDir = temporaryFolder()
  const clock = new ManualClock(new Date().toISOString())
  const random = systemRandom()
  const newId = createNewId(random)
  const logged: string[] = []
  const log = createLog({ level: 'debug', destination: { write: (line: string) => void logged.push(line) } })
  const reportFault = createReportFault(log, newId)
  const failing = new Failing()
  const parts = { dataDir, clock, random, log, disk: failing.disk, openKeyValue: failing.openKeyValue }
  const opened = await openEmbedded(parts)
  const storage = options.breaking?.(opened) ?? opened
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server that listens has an address of this kind.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const publicUrl = options.publicUrl ?? url
  const at = await openWorkspace({ storage, clock, random, log, reportFault, publicUrl, exportWorker, bringInWorker, copyWorker })
  const identify = createIdentify(at)
  const pages = options.pages ?? temporaryFolder()
  server.on(
    'request',
    createHttpDoor({
      at,
      identify,
      reportFault,
      trustProxy: options.trustProxy ?? false,
      pages,
      countsCalls: options.countsCalls ?? false,
    }),
  )
  const live = {
    rooms: at.rooms,
    identify,
    originAllowed: (headers: Parameters<typeof originAllowed>[0]) => originAllowed(headers, publicUrl),
    clock,
    reportFault,
  }
  const sockets = createSocketDoor(server, live)
  const stock = createYWebsocketDoor(server, live)
  onTestFinished(async () => {
    failing.heal()
    await at.rooms.close()
    await Promise.all([sockets.close(), stock.close()])
    await at.exporter.close()
    await at.bringer.close()
    await at.copies.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await opened.close()
  })

  // A program keeps no cookies from one call to the next.
  const program = { call: (method: string, path: string, init?: Init) => new Client(url, null).call(method, path, init) }
  const world: HttpWorld = {
    url,
    at,
    clock,
    dataDir,
    failing,
    logged,
    call: program.call,
    browser: () => new Client(url, publicUrl),
    async account(name, { administrator = false, password } = {}) {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}-${logged.length}-${Math.trunc(performance.now())}@example.org`
      const account = must(await at.accounts.create({ email, name }))
      if (password !== undefined) await at.accounts.setPassword(account.id, password)
      if (administrator) {
        must(
          await at.storage.directory.people.update((people) => {
            const administrators = [...people.administrators, account.id]
            return { ok: true, value: { value: { ...people, administrators }, result: null } }
          }),
        )
      }
      const { token } = must(await createTokenFor(at, account.id, null))
      return { accountId: account.id, email, token }
    },
    async group(name = 'A group') {
      const coordinator = await world.account('Coordinator', { administrator: true })
      const made = must(asResult(await program.call('POST', '/groups', { as: coordinator.token, body: { name } })))
      const groupId = made.text('groupId')
      // Whoever made the group need not be an administrator for ever.
      must(
        await at.storage.directory.people.update((people) => {
          const administrators = people.administrators.filter((one) => one !== coordinator.accountId)
          return { ok: true, value: { value: { ...people, administrators }, result: null } }
        }),
      )
      const join = async (role: Role) => {
        const somebody = await world.account(role)
        const added = await program.call('POST', `/groups/${groupId}/members`, {
          as: coordinator.token,
          body: { email: somebody.email, role },
        })
        return { somebody, memberId: must(asResult(added)).text('memberId') }
      }
      const [rapporteur, participant, observer] = [await join('rapporteur'), await join('participant'), await join('observer')]
      const members = await program.call('GET', `/groups/${groupId}/members`, { as: coordinator.token })
      const own = members.list('items').find((member) => member.you === true)
      const meeting = await program.call('POST', `/groups/${groupId}/meetings`, {
        as: coordinator.token,
        body: { title: 'First meeting' },
      })
      return {
        groupId,
        meetingId: must(asResult(meeting)).text('meetingId'),
        people: {
          coordinator,
          rapporteur: rapporteur.somebody,
          participant: participant.somebody,
          observer: observer.somebody,
        },
        memberIds: {
          coordinator: String(own?.memberId),
          rapporteur: rapporteur.memberId,
          participant: participant.memberId,
          observer: observer.memberId,
        },
      }
    },
  }
  return world
}

/** The caller behind somebody's account, as the use cases get it. */
export function callerOf(world: HttpWorld, somebody: Somebody) {
  const account = world.at.accounts.find(somebody.accountId)
  if (account === null) throw new Error('No such account')
  return accountCaller(world.at, account, 'token')
}

function asResult(answer: Answer): Result<Answer> {
  return answer.status < 300 ? ok(answer) : refuse('internal', `${answer.status} ${answer.raw}`)
}
