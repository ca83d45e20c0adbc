import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import { type ReportJoined, schemaVersion } from '../../../shared/protocol/index.ts'
import {
  applyReportEdit,
  type ReportHead,
  type ReportView,
  readReport,
  reportView,
  type SentenceView,
  type SourcesNow,
} from '../../../shared/report/index.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'
import { bytesOf, RawClient } from '../../support/live/RawClient.ts'
import { must, newId } from '../../support/storageSamples.ts'

/** The report's one outcome as somebody sees it: its words, and the mark beside it. */
type Seen = Pick<SentenceView, 'text' | 'sourceState'> | null

const seenIn = (view: ReportView | undefined): Seen => {
  const [outcome] = view?.parts.find(({ part }) => part === 'outcomes')?.sentences ?? []
  return outcome === undefined ? null : { text: outcome.text, sourceState: outcome.sourceState }
}

test('[REP45] a source that changes marks its sentence for everybody in the room, and once one of them takes it in the mark is gone for all', async () => {
  const http = await httpWorld()
  const group = await http.group('Contact Group')
  const place = { url: http.url, meetingId: group.meetingId as MeetingId, outcomeId: newId<OutcomeId>() }
  const writer = await RawClient.join(place, group.people.coordinator)
  const item = newId()
  must(await writer.edit({ kind: 'item.add', id: item as never, parent: null, after: 'last', title: 'Cooperation' }))
  const outcome = { id: place.outcomeId, item: item as never, after: 'last', values: { kind: 'noted' } } as const
  must(await writer.edit({ kind: 'outcome.add', ...outcome, text: 'the work goes on' }))
  must(await writer.run({ kind: 'outcome.setStanding', outcome: place.outcomeId, standing: 'coordinatorView' }))
  const as = group.people.coordinator.token
  const made = await http.call('POST', `/groups/${group.groupId}/reports`, { as, body: { meetingIds: [group.meetingId] } })
  const reportId = made.text('reportId')

  /** Comes in; what they see is their own document with the sources as they were told them, or the whole as it was told. */
  const join = async (role: 'coordinator' | 'rapporteur' | 'participant') => {
    const client = await RawClient.connect(place, group.people[role])
    const ask = { reportId, schemaVersion, epoch: null, stateVector: null, clientIds: [client.doc.clientID] }
    const joined = must(await client.ask<ReportJoined, 'report.join'>('report.join', ask))
    if (joined.update !== null) Y.applyUpdate(client.doc, bytesOf(joined.update), 'server')
    const sources = () => (client.all('report.sources').at(-1)?.sources ?? joined.sources) as unknown as SourcesNow // the server's own type: ids travel as text
    const view = () => reportView(joined.report as unknown as ReportHead, readReport(client.doc), sources())
    // The server's own type, again.
    const told = () => client.all('report.view').at(-1)?.report as unknown as ReportView | undefined
    return { client, view, seen: () => seenIn(joined.mode === 'pen' ? view() : told()), mode: joined.mode }
  }
  const [one, two, reader] = [await join('coordinator'), await join('rapporteur'), await join('participant')]
  const all = [one, two, reader]
  expect(all.map(({ mode }) => mode)).toEqual(['pen', 'pen', 'reader'])
  const untilAll = async (text: string, sourceState: SentenceView['sourceState']) => {
    const wanted = JSON.stringify({ text, sourceState })
    // News of sources and to readers wait for the clock, which only this test moves.
    while (!all.every(({ seen }) => JSON.stringify(seen()) === wanted)) {
      http.clock.advance(300)
      // A whole way there and back: what was told before it has arrived.
      await http.call('GET', `/reports/${reportId}`, { as })
    }
  }
  await untilAll('It is the view of the Coordinator: noted the work goes on.', 'same')

  must(
    await writer.edit({
      kind: 'text.set',
      path: { root: 'outcomes', id: place.outcomeId, field: 'text' },
      text: 'the work is done',
    }),
  )
  await untilAll('It is the view of the Coordinator: noted the work goes on.', 'changed')

  const sentence = two.view().parts.find(({ part }) => part === 'outcomes')?.sentences[0]
  if (sentence?.present == null || sentence.source === null) throw new Error('The sentence has no source')
  const { words, hash, version } = sentence.present
  const { id, text: ifStill, source } = sentence
  const refresh = { kind: 'sentence.refresh', id, text: words, ifStill, source: { ...source, hash, version } } as const
  const before = Y.encodeStateVector(two.client.doc)
  must(applyReportEdit(two.client.doc, refresh, 'own'))
  const update = Buffer.from(Y.encodeStateAsUpdate(two.client.doc, before)).toString('base64')
  must(await two.client.ask('record.update', { meetingId: reportId, updateId: newId(), update }))
  await untilAll('It is the view of the Coordinator: noted the work is done.', 'same')
})
