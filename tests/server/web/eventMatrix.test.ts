import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { holdsPen, may, mayEver } from '../../../shared/access/index.ts'
import type { DocumentId, ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import { type Answer, type ClientEventName, clientEvents, schemaVersion } from '../../../shared/protocol/index.ts'
import { applyEdit } from '../../../shared/record/index.ts'
import { type Caller, callers, roleIn, tokensOf } from '../../support/access/callers.ts'
import { phaseOf, placeInPhase, states, stored } from '../../support/access/placeInPhase.ts'
import { type HttpWorld, httpWorld } from '../../support/http/httpWorld.ts'
import { RawClient, textOf } from '../../support/live/RawClient.ts'
import { openStockLine } from '../../support/live/StockLine.ts'
import { must, newId } from '../../support/storageSamples.ts'

const rules = { participantsEdit: 'everything', participantsEditDraft: false } as const

/** What one caller is in one state, out of the table of rights alone. */
interface Case {
  readonly caller: Caller
  readonly mode: 'pen' | 'reader' | null
  readonly showsPlace: boolean
  readonly mayEditAgenda: boolean
  readonly readsReports: boolean
  /** How closing to observers is refused; null where there is the right. */
  readonly refusedCommand: 'forbidden' | 'wrongPhase' | null
}

function caseOf(caller: Caller, state: (typeof states)[number]): Case {
  const role = roleIn(caller)
  const now = { phase: phaseOf(state), rules }
  return {
    caller,
    mode: role === null || !may(role, 'record.read', now) ? null : holdsPen(role, now) ? 'pen' : 'reader',
    showsPlace: may(role, 'presence.show', now),
    mayEditAgenda: may(role, 'record.editAgenda', now),
    // The report is of the meeting that the neighbour has a seat in; the guest of this one may not see it.
    readsReports: caller === 'neighbour' || (caller !== 'guest' && may(role, 'report.read', { phase: null, rules })),
    refusedCommand: may(role, 'observers.close', now)
      ? null
      : mayEver(role, 'observers.close', rules)
        ? 'wrongPhase'
        : 'forbidden',
  }
}

interface Scene {
  readonly client: RawClient
  readonly meetingId: MeetingId
  readonly reportId: string
  readonly is: Case
}

type Expected = 'yes' | string

/** Every event of the protocol: how it is asked, and what the table of rights makes of it. One that is not here fails the test. */
const events: Readonly<Record<ClientEventName, (scene: Scene) => Promise<readonly [Answer<unknown>, Expected]>>> = {
  'clock.ask': async ({ client }) => [await client.ask('clock.ask', {}), 'yes'],
  'meeting.join': async ({ client, is }) => {
    const answer = await client.tryEnter()
    if (answer.ok) {
      const { mode, update, stateVector } = answer.value
      // Who only reads holds no byte of the document.
      expect([is.caller, mode, update !== null, stateVector !== null]).toEqual([
        is.caller,
        is.mode,
        is.mode === 'pen',
        is.mode === 'pen',
      ])
      if (update !== null) Y.applyUpdate(client.doc, Buffer.from(update, 'base64'), 'server')
    }
    return [answer, is.mode === null ? 'notFound' : 'yes']
  },
  'record.sync': async ({ client, meetingId, is }) => {
    const stateVector = textOf(Y.encodeStateVector(new Y.Doc()))
    const answer = await client.ask('record.sync', { meetingId, stateVector })
    return [answer, is.mode === null ? 'rightsChanged' : is.mode === 'pen' ? 'yes' : 'forbidden']
  },
  'record.update': async ({ client, meetingId, is }) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc))
    const before = Y.encodeStateVector(doc)
    must(applyEdit(doc, { kind: 'item.add', id: newId<ItemId>(), parent: null, after: 'last', title: 'Planted' }, 'own'))
    const update = textOf(Y.encodeStateAsUpdate(doc, before))
    const answer = await client.ask('record.update', { meetingId, updateId: 'u1', update })
    if (is.mode === null) return [answer, 'rightsChanged']
    const wrongPhase = is.caller === 'observer' ? 'forbidden' : 'wrongPhase'
    return [answer, is.mayEditAgenda ? 'yes' : wrongPhase]
  },
  'presence.set': async ({ client, meetingId, is }) => {
    const state = { item: null, field: null, cursor: null, away: false }
    const answer = await client.ask('presence.set', { meetingId, clientId: client.doc.clientID, state })
    return [answer, is.mode === null ? 'rightsChanged' : is.showsPlace ? 'yes' : 'forbidden']
  },
  'session.command': async ({ client, is }) => {
    // Each command has its line in the matrix of commands; here it is asked by whom it may be done at all.
    const answer = await client.run({ kind: 'meeting.closeToObservers', closed: false })
    if (is.mode === null) return [answer, 'rightsChanged']
    // Nothing is closed, so whoever has the right hears that there is nothing to do.
    if (is.refusedCommand === null) return [answer, answer.ok ? 'refused' : answer.refusal.code]
    return [answer, is.refusedCommand]
  },
  'report.join': async ({ client, reportId, is }) => {
    const ask = { reportId, schemaVersion, epoch: null, stateVector: null, clientIds: [] }
    return [await client.ask('report.join', ask), is.readsReports ? 'yes' : 'notFound']
  },
  'meeting.leave': async ({ client, meetingId }) => [await client.ask('meeting.leave', { meetingId }), 'yes'],
}

describe.each(states)('%s', (state) => {
  test('[ACC23] over websocket and polling every event there is answers each caller by the table of rights, and the stock door lets in pens alone', async () => {
    const order: readonly ClientEventName[] = [
      'clock.ask',
      'record.sync',
      'meeting.join',
      'record.sync',
      'presence.set',
      'session.command',
      'record.update',
      'report.join',
      'meeting.leave',
      'record.sync',
    ]
    expect([...new Set(order)].sort()).toEqual(Object.keys(clientEvents).sort())
    const world = await httpWorld()
    const group = await world.group()
    const tokens = await tokensOf(world, group)
    const as = group.people.coordinator.token
    const report = await world.call('POST', `/groups/${group.groupId}/reports`, { as, body: { meetingIds: [group.meetingId] } })
    const place = await placeInPhase(world, group, state)
    const meetingId = place.meetingId as MeetingId // the server's own answer gave it
    const where = { url: world.url, meetingId, outcomeId: newId<OutcomeId>() }
    for (const caller of callers) {
      const token = caller === 'guest' ? place.guest : caller === 'neighbour' ? place.neighbour : tokens[caller]
      const is = caseOf(caller, state)
      for (const transport of ['websocket', 'polling'] as const) {
        const what = `${caller}, ${state}, ${transport}`
        if (token === null) {
          // A stranger does not even get a connection.
          await expect(RawClient.connect(where, null, transport), what).rejects.toThrow('unauthenticated')
          continue
        }
        const client = await RawClient.connect(where, { token }, transport)
        let isIn = false
        for (const name of order) {
          const before = await changeable(world, meetingId)
          const scene = { client, meetingId, reportId: report.text('reportId'), is: isIn ? is : outside(is, name) }
          const [answer, expected] = await events[name](scene)
          const given = answer.ok ? 'yes' : answer.refusal.code
          expect(`${what}, ${name}: ${given}`).toBe(`${what}, ${name}: ${expected}`)
          const mayChange = name === 'record.update' && expected === 'yes'
          expect(`${what}, ${name}: ${(await changeable(world, meetingId)) === before}`).toBe(`${what}, ${name}: ${!mayChange}`)
          if (name === 'meeting.join') isIn = is.mode !== null
          if (name === 'meeting.leave') isIn = false
        }
        client.socket.disconnect()
      }
      const stock = await openStockLine(where, token)
      const code = token === null ? 4401 : is.mode === null ? 4404 : is.mode === 'pen' ? 'in' : 4403
      expect(`${caller}, ${state}, stock: ${stock}`).toBe(`${caller}, ${state}, stock: ${code}`)
    }
    expect(world.logged.filter((line) => line.includes('"fault"'))).toEqual([])
  })
})

/** Whoever is not in (yet, or any more) is nobody there; coming in is judged as what one is. */
function outside(is: Case, name: ClientEventName): Case {
  return name === 'meeting.join' || name === 'report.join' ? is : { ...is, mode: null }
}

/** All that an event could change: the document and the session. */
async function changeable(world: HttpWorld, meetingId: MeetingId): Promise<string> {
  const loaded = must(await world.at.storage.documents.load(meetingId as string as DocumentId)) // a record's document has its meeting's id
  return JSON.stringify([(await stored(world, meetingId)).seq, loaded.seq])
}
