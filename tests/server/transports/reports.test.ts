import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { MeetingId, OutcomeId, SentenceId } from '../../../shared/base/index.ts'
import { type Answer, type ReportJoined, schemaVersion } from '../../../shared/protocol/index.ts'
import { applyReportEdit, type ReportEdit, type ReportView, readReport } from '../../../shared/report/index.ts'
import type { Answer as HttpAnswer } from '../../support/http/Client.ts'
import { type HttpWorld, httpWorld } from '../../support/http/httpWorld.ts'
import { bytesOf, RawClient, textOf } from '../../support/live/RawClient.ts'
import { must, newId } from '../../support/storageSamples.ts'

interface Sentence {
  readonly id: SentenceId
  readonly text: string
  readonly sourceState: string
  readonly source: { readonly kind: string; readonly id: string | null } | null
  readonly present: { readonly words: string; readonly address: string | null } | null
}

const partOf = (answer: HttpAnswer, part: string): readonly Sentence[] => {
  // The answer has been compared with its schema.
  return answer.list('parts').find((one) => one.part === part)?.sentences as readonly Sentence[]
}

/** A group with the four roles, whose one meeting has an outcome that is fixed as the Coordinator's view. */
async function world() {
  const http = await httpWorld()
  const group = await http.group('Contact Group')
  const { meetingId } = group
  const place = { url: http.url, meetingId: meetingId as MeetingId, outcomeId: newId<OutcomeId>() }
  const writer = await RawClient.join(place, group.people.coordinator)
  const item = newId()
  await writer.edit({ kind: 'item.add', id: item as never, parent: null, after: 'last', title: 'Cooperation' })
  await writer.edit({
    kind: 'outcome.add',
    id: place.outcomeId,
    item: item as never,
    after: 'last',
    text: 'the work goes on',
    values: { kind: 'noted' },
  })
  const as = group.people.coordinator.token
  const fix = { kind: 'outcome.setStanding', outcome: place.outcomeId, standing: 'coordinatorView', id: newId() }
  expect((await http.call('POST', `/meetings/${meetingId}/commands`, { as, body: fix })).raw).toContain('seq')
  const made = await http.call('POST', `/groups/${group.groupId}/reports`, { as, body: { meetingIds: [meetingId] } })
  expect(made.status).toBe(201)
  return { http, group, place, writer, as, reportId: made.text('reportId'), made }
}

const read = (http: HttpWorld, as: string, reportId: string) => http.call('GET', `/reports/${reportId}`, { as })

test('[REP20] a report is composed, listed and read, and tells of each sentence whether its source says something else now', async () => {
  const { http, group, place, writer, as, reportId, made } = await world()
  expect(partOf(made, 'outcomes').map(({ text }) => text)).toEqual(['It is the view of the Coordinator: noted the work goes on.'])
  const list = await http.call('GET', `/groups/${group.groupId}/reports`, { as: group.people.participant.token })
  expect(list.list('items').map((line) => line.reportId)).toEqual([reportId])
  const states = async () => (await partOf(await read(http, as, reportId), 'outcomes')).map(({ sourceState }) => sourceState)
  expect(await states()).toEqual(['same'])
  await writer.edit({
    kind: 'text.set',
    path: { root: 'outcomes', id: place.outcomeId, field: 'text' },
    text: 'the work goes on apace',
  })
  const [changed] = partOf(await read(http, as, reportId), 'outcomes')
  expect(changed).toMatchObject({
    sourceState: 'changed',
    text: 'It is the view of the Coordinator: noted the work goes on.',
    present: {
      words: 'It is the view of the Coordinator: noted the work goes on apace.',
      address: `/m/${group.meetingId}/record#${place.outcomeId}`,
    },
  })
  await writer.edit({ kind: 'outcome.remove', id: place.outcomeId })
  expect(await states()).toEqual(['removed'])
})

test('[REP21] observers, strangers to the group and seats in another meeting find no report; a seat sees reports of its meeting alone', async () => {
  const { http, group, as, reportId } = await world()
  const other = await http.call('POST', `/groups/${group.groupId}/meetings`, { as, body: { title: 'Second' } })
  const both = await http.call('POST', `/groups/${group.groupId}/reports`, {
    as,
    body: { meetingIds: [group.meetingId, other.text('meetingId')], title: 'Both' },
  })
  const seat = async (meetingId: string) => {
    const made = await http.call('POST', `/groups/${group.groupId}/seats`, { as, body: { role: 'participant', meetingId } })
    const secret = made.text('url').split('#')[1] ?? ''
    return (await http.call('POST', '/seats/claim', { body: { secret, name: 'Gus' } })).text('token')
  }
  const [guest, neighbour] = [await seat(group.meetingId), await seat(other.text('meetingId'))]
  const elsewhere = await http.group('Elsewhere')
  const status = async (token: string, id: string) => (await read(http, token, id)).status
  expect(await status(group.people.participant.token, reportId)).toBe(200)
  expect(await status(guest, reportId)).toBe(200)
  for (const token of [neighbour, group.people.observer.token, elsewhere.people.coordinator.token]) {
    expect(await status(token, reportId)).toBe(404)
    expect((await http.call('GET', `/reports/${reportId}/exports/report.md`, { as: token })).status).toBe(404)
  }
  expect(await status(guest, both.text('reportId'))).toBe(404)
  const listed = await http.call('GET', `/groups/${group.groupId}/reports`, { as: guest })
  expect(listed.list('items').map((line) => line.reportId)).toEqual([reportId])
  const observer = group.people.observer.token
  expect((await http.call('GET', `/groups/${group.groupId}/reports`, { as: observer })).status).toBe(404)
  expect((await http.call('GET', `/meetings/${group.meetingId}/exports/report.md`, { as: observer })).status).toBe(404)
  const body = { meetingIds: [group.meetingId] }
  const tried = await http.call('POST', `/groups/${group.groupId}/reports`, { as: group.people.participant.token, body })
  expect(tried.status).toBe(403)
  const foreign = { meetingIds: [elsewhere.meetingId] }
  expect((await http.call('POST', `/groups/${group.groupId}/reports`, { as, body: foreign })).status).toBe(404)
})

/** Comes into a report over Socket.io; a pen's document is filled. */
async function join(client: RawClient, reportId: string): Promise<Answer<ReportJoined>> {
  const ask = { reportId, schemaVersion, epoch: null, stateVector: null, clientIds: [client.doc.clientID] }
  const answer = await client.ask<ReportJoined, 'report.join'>('report.join', ask)
  if (answer.ok && answer.value.update !== null) Y.applyUpdate(client.doc, bytesOf(answer.value.update), 'server')
  return answer
}

/** Edits the client's copy and sends what came of it. */
async function edit(client: RawClient, reportId: string, ...edits: readonly ReportEdit[]) {
  const before = Y.encodeStateVector(client.doc)
  for (const one of edits) must(applyReportEdit(client.doc, one, 'own'))
  const update = textOf(Y.encodeStateAsUpdate(client.doc, before))
  return client.ask('record.update', { meetingId: reportId, updateId: newId(), update })
}

const words = (doc: Y.Doc) => readReport(doc).map(({ text }) => text)

test('[REP22] two of the office edit a report live and see each other; who only reads holds no byte of it and is told it whole', async () => {
  const { http, group, place, writer, reportId } = await world()
  const [one, two, reader, observer] = await Promise.all(
    (['coordinator', 'rapporteur', 'participant', 'observer'] as const).map((role) =>
      RawClient.connect(place, group.people[role]),
    ),
  )
  if (one === undefined || two === undefined || reader === undefined || observer === undefined) throw new Error('Nobody came')
  expect(must(await join(one, reportId)).mode).toBe('pen')
  expect(must(await join(two, reportId)).mode).toBe('pen')
  expect(must(await join(reader, reportId))).toMatchObject({ mode: 'reader', update: null, stateVector: null })
  expect(await join(observer, reportId)).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  const outcome = readReport(one.doc).find(({ part }) => part === 'outcomes')?.id as SentenceId
  const [first, second] = await Promise.all([
    edit(one, reportId, { kind: 'sentence.add', id: newId(), part: 'closing', after: 'last', text: 'From the first.' }),
    edit(two, reportId, { kind: 'text.set', id: outcome, text: 'By the second.' }),
  ])
  expect([first.ok, second.ok]).toEqual([true, true])
  await one.until(() => words(one.doc).includes('By the second.'))
  await two.until(() => words(two.doc).includes('From the first.'))
  expect(words(one.doc)).toEqual(words(two.doc))
  http.clock.advance(300)
  await reader.until(() =>
    reader.heard.some(({ name, body }) => name === 'report.view' && JSON.stringify(body).includes('By the second.')),
  )
  const views = reader.heard.flatMap(({ name, body }) =>
    name === 'report.view' && 'report' in body ? [body.report as ReportView] : [],
  )
  expect(views.at(-1)?.parts.find(({ part }) => part === 'outcomes')?.sentences[0]).toMatchObject({
    number: '1',
    text: 'By the second.',
  })
  expect(reader.heard.some(({ name }) => name === 'record.frame')).toBe(false)
  // A reader's own update is refused, whatever it says.
  const tried = await edit(reader, reportId, {
    kind: 'sentence.add',
    id: newId(),
    part: 'closing',
    after: 'last',
    text: 'Not mine.',
  })
  expect(tried).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  // The source changes: pens hear what it says now.
  await writer.edit({
    kind: 'text.set',
    path: { root: 'outcomes', id: place.outcomeId, field: 'text' },
    text: 'all is other now',
  })
  http.clock.advance(300)
  await one.until(() => one.heard.some(({ name }) => name === 'report.sources'))
  const told = one.heard.flatMap(({ name, body }) => (name === 'report.sources' && 'sources' in body ? [body.sources] : []))
  expect(JSON.stringify(told.at(-1))).toContain('all is other now')
})

test('[REP23] a stock y-websocket client edits a report by its id; readers are closed with 4403, and so are observers', async () => {
  const { http, group, reportId, as } = await world()
  const connect = (token: string) => {
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${http.url.replace('http', 'ws')}/yjs`, reportId, doc, {
      protocols: ['rapporteur.v1', `bearer.${token}`],
      // The library's declaration wants the browser's class; its documentation names this one for Node.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
    const closed = new Promise<number>((resolve) => provider.on('connection-close', (event) => resolve(event?.code ?? 0)))
    const synced = new Promise<'synced'>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve('synced')))
    return { doc, provider, start: Promise.race([closed, synced]) }
  }
  for (const role of ['participant', 'observer'] as const) {
    const { provider, start, doc } = connect(group.people[role].token)
    expect([role, await start]).toEqual([role, 4403])
    expect(readReport(doc)).toEqual([])
    provider.destroy()
  }
  const [one, two] = [connect(as), connect(group.people.rapporteur.token)]
  expect([await one.start, await two.start]).toEqual(['synced', 'synced'])
  const arrived = new Promise<void>((resolve) => two.doc.on('update', () => words(two.doc).includes('Stock words.') && resolve()))
  must(
    applyReportEdit(one.doc, { kind: 'sentence.add', id: newId(), part: 'thanks', after: 'last', text: 'Stock words.' }, 'own'),
  )
  await arrived
  expect((await read(http, as, reportId)).raw).toContain('Stock words.')
  one.provider.destroy()
  two.provider.destroy()
})

test('[REP24] a report is a document in four forms, a draft that says what it was made from; hostile words come out as words', async () => {
  const { http, group, place, reportId, as } = await world()
  const client = await RawClient.connect(place, group.people.coordinator)
  must(await join(client, reportId))
  const hostile = '<script>xyzzy()</script> # xyzzy \u202Eyzzyx'
  must(await edit(client, reportId, { kind: 'sentence.add', id: newId(), part: 'outcomes', after: 'last', text: hostile }))
  const exported = async (path: string) => {
    const response = await fetch(`${http.url}/api${path}`, { headers: { authorization: `Bearer ${as}` } })
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  for (const name of ['report.docx', 'report.pdf', 'report.html', 'report.md']) {
    const { status, bytes } = await exported(`/reports/${reportId}/exports/${name}`)
    expect([name, status, bytes.length > 400]).toEqual([name, 200, true])
  }
  const html = (await exported(`/reports/${reportId}/exports/report.html`)).bytes.toString()
  expect(html).not.toContain('<script>xyzzy')
  expect(html).toContain('&lt;script&gt;xyzzy()')
  expect(html).toContain('Draft report, not yet delivered')
  expect(html).toContain('Composed from:')
  expect(html).toContain('First meeting (draft, not adopted)')
  expect(html).toContain('Annex: participants')
  expect(html).not.toContain('\u202E')
  const markdown = (await exported(`/meetings/${group.meetingId}/exports/report.md`)).bytes.toString()
  expect(markdown).toContain('It is the view of the Coordinator')
  expect((await exported(`/reports/${reportId}/exports/record.md`)).status).toBe(404)
})

test('[REP25] what was saved of a report is there after the room was dropped and opened again, and verify counts and checks it', async () => {
  const { http, group, place, reportId, as } = await world()
  const client = await RawClient.connect(place, group.people.coordinator)
  must(await join(client, reportId))
  must(await edit(client, reportId, { kind: 'sentence.add', id: newId(), part: 'framing', after: 'last', text: 'Kept words.' }))
  client.socket.disconnect()
  http.clock.advance(31_000)
  expect((await read(http, as, reportId)).raw).toContain('Kept words.')
  const { damaged, documents } = await http.at.storage.verify()
  expect(damaged).toEqual([])
  expect(documents).toBe(2)
})
