import { expect, onTestFinished, test, vi } from 'vitest'
import { Connection } from '../../../client/sync/Connection.ts'
import type { ItemId, MeetingId, OutcomeId, PersonId } from '../../../shared/base/index.ts'
import type { Answer, ClientEvent, ClientEventName, Joined } from '../../../shared/protocol/index.ts'
import { BrowserWorld, type Tab, until } from '../../client/sync/browserWorld.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { Relay } from '../../support/live/Relay.ts'
import type { RoomTold } from '../../support/live/roomVictim.ts'
import { newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const clients = Number(process.env.STORM_CLIENTS ?? 50)
/** What the wait before the first try lies between: 400 ms, and half of it either way. */
const firstTry = { fromMs: 200, toMs: 600 }

test(
  '[HOT1] after a server has fallen everybody comes back, spread in time, with what they wrote meanwhile, and each is sent only what they lack',
  async () => {
    const ids = { meetingId: newId<MeetingId>(), itemId: newId<ItemId>(), outcomeId: newId<OutcomeId>() }
    const bundle = await bundleForChild('tests/support/live/roomVictim.ts')
    const args = [temporaryFolder(), ids.meetingId, ids.itemId, ids.outcomeId]
    const first = await start(bundle, args)
    const relay = await Relay.open(first.url)
    // Bytes of the document that came with being let in, in the order of the entrances.
    const entrances: number[] = []
    const waits: number[] = []
    const spy = vi.spyOn(globalThis, 'setTimeout')
    onTestFinished(() => void spy.mockRestore())
    const enter = (name: string) => {
      const person = { token: name, person: `g:${name}` as PersonId } // as the victim makes it of the token
      const connect = (parts: ConstructorParameters<typeof Connection>[0]) =>
        new Listened({ ...parts, random: Math.random }, (joined) => entrances.push((joined.update ?? '').length))
      return new BrowserWorld().tab({ ...ids, url: relay.url }, person, { connect, keepsNothing: true })
    }
    const tabs: Tab[] = []
    for (let made = 0; made < clients; made += 50)
      tabs.push(...(await Promise.all(Array.from({ length: Math.min(50, clients - made) }, (_, n) => enter(`p${made + n}`)))))
    await Promise.all(tabs.map((tab) => tab.live()))
    // So long that everything written meanwhile is less than a tenth of it.
    const page = Array.from({ length: 600 }, (_, n) => ({
      kind: 'paragraph' as const,
      runs: [{ text: `Line ${n} of a paper.` }],
    }))
    add(tabs[0], 'Paper', page)
    await Promise.all(tabs.map((tab) => counts(tab, 2)))
    const whole = (await (async () => (await enter('late')).live())().then(() => entrances.at(-1))) ?? 0

    entrances.length = 0
    spy.mockClear()
    await first.victim.kill()
    await Promise.all(tabs.map((tab) => until(tab.meeting.connection, ({ kind }) => kind !== 'live')))
    waits.push(...spy.mock.calls.map(([, ms]) => ms ?? 0).filter((ms) => ms >= firstTry.fromMs && ms <= firstTry.toMs))
    const writers = tabs.slice(0, 10)
    for (const [n, tab] of writers.entries()) add(tab, `Written away ${n}`)
    const second = await start(bundle, args)
    relay.lead(second.url)
    await Promise.all(tabs.map((tab) => counts(tab, 2 + writers.length)))
    await Promise.all(tabs.map((tab) => tab.saved()))

    // Nowhere does half of the crowd try within the same twentieth of the span.
    const moments = Array.from({ length: 21 }, () => 0)
    for (const ms of waits)
      moments[Math.floor((ms - firstTry.fromMs) / 20)] = 1 + (moments[Math.floor((ms - firstTry.fromMs) / 20)] ?? 0)
    expect(waits.length).toBeGreaterThanOrEqual(clients)
    expect(Math.max(...moments)).toBeLessThan(waits.length / 2)
    expect(entrances.length).toBeGreaterThanOrEqual(clients)
    // All of them together were sent less than one was who had nothing.
    expect(whole).toBeGreaterThan(10_000)
    expect(entrances.reduce((sum, bytes) => sum + bytes, 0) / entrances.length).toBeLessThan(whole / 10)
    expect(Math.max(...entrances)).toBeLessThan(whole / 2)
    for (const tab of tabs) tab.kill()
    await second.victim.kill()
  },
  60_000 + clients * 300,
)

/** A line that tells what it was let in with. */
class Listened extends Connection {
  readonly #letIn: (joined: Joined) => void

  constructor(parts: ConstructorParameters<typeof Connection>[0], letIn: (joined: Joined) => void) {
    super(parts)
    this.#letIn = letIn
  }

  override askInOrder<T, Name extends ClientEventName>(
    event: Name,
    body: ClientEvent<Name>,
    answered: (answer: Answer<T> | null) => void,
    withinMs?: number,
  ): void {
    const heard = (answer: Answer<T> | null) => {
      // What answers this event is of this kind.
      if (event === 'meeting.join' && answer?.ok === true) this.#letIn(answer.value as Joined)
      answered(answer)
    }
    super.askInOrder<T, Name>(event, body, heard, withinMs)
  }
}

type Notes = Parameters<Tab['meeting']['edit']>[0] & { readonly kind: 'item.add' }

function add(tab: Tab | undefined, title: string, notes?: Notes['notes']): void {
  const edit = { kind: 'item.add', id: newId<ItemId>(), parent: null, after: 'last', title } as const
  const done = tab?.meeting.edit(notes === undefined ? edit : { ...edit, notes })
  expect(done?.ok, title).toBe(true)
}

function counts(tab: Tab, items: number): Promise<void> {
  return until(tab.meeting.record, (record) => record?.items.length === items)
}

async function start(bundle: string, args: readonly string[]) {
  let told: (port: number) => void = () => undefined
  const port = new Promise<number>((resolve) => {
    told = resolve
  })
  const victim = new Victim<RoomTold>({ bundle, args, onTold: (message) => told(message.port) })
  onTestFinished(() => victim.kill())
  const died = victim.exited().then(() => {
    throw new Error(`The server did not start: ${victim.output()}`)
  })
  died.catch(() => undefined)
  return { victim, url: `http://127.0.0.1:${await Promise.race([port, died])}` }
}
