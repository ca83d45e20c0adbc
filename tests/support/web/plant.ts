import * as Y from 'yjs'
import type { ActionId, ItemId, MeetingId, OutcomeId, QualifierId, TargetId } from '../../../shared/base/index.ts'
import { RawClient } from '../live/RawClient.ts'
import type { MeetingWorld } from '../meetingWorld.ts'
import { must, newId } from '../storageSamples.ts'

/** Where the words were planted. */
export interface Planted {
  readonly groupId: string
  readonly meetingId: string
  readonly reportId: string
}

/** Makes a group in which every name and every line of the record is one of these words, written past the editor. */
export async function plant(world: MeetingWorld, words: readonly string[]): Promise<Planted> {
  const at = (n: number) => words[n % words.length] ?? ''
  const { api } = world
  const groupId = String((await api('POST', '/groups', { name: at(0) })).groupId)
  const kinds = words.filter((word) => word.length <= 60).slice(0, 8)
  await api('PATCH', `/groups/${groupId}`, {
    purpose: at(1),
    openTo: at(2),
    meets: at(3),
    convention: at(4),
    outcomeKinds: ['agreed', ...kinds],
  })
  const delegations: string[] = []
  for (let n = 0; n < 4; n += 1) {
    const body = { name: at(5 + n), code: `D${n}`, type: 'ngo', region: at(n).slice(0, 55) }
    delegations.push(String((await api('POST', `/groups/${groupId}/delegations`, body)).delegationId))
  }
  const start = { title: at(9), place: at(10), formalMeeting: at(11), startsAt: '2026-11-23T13:15', timeZone: 'Europe/Zurich' }
  const meetingId = String((await api('POST', `/groups/${groupId}/meetings`, start)).meetingId)
  const run = (command: object) => api('POST', `/meetings/${meetingId}/commands`, { id: newId(), ...command })
  await api('PATCH', `/meetings/${meetingId}`, { links: [{ title: at(12), url: 'https://example.org/a' }], symbol: 'S/1' })
  await run({ kind: 'meeting.open' })
  const client = await RawClient.join(
    { url: world.server.url, meetingId: meetingId as MeetingId, outcomeId: newId<OutcomeId>() }, // the server's own answer gave it
    { token: world.token },
  )
  for (const [n, word] of words.entries()) {
    const [item, outcome] = [newId<ItemId>(), newId<OutcomeId>()]
    const lead = n % 2 === 0 ? { words: word } : { delegation: delegations[n % 4] ?? '' }
    const runs = [{ text: word }, { text: word, bold: true as const }, { text: word, link: 'https://example.org/p' }]
    const notes = [
      { kind: 'paragraph' as const, runs },
      { kind: 'heading' as const, level: 2 as const, runs: [{ text: word }] },
    ]
    const values = { lead: lead as never, papers: [{ title: word, url: 'https://example.org/p' }], carriedOverFrom: null }
    must(await client.edit({ kind: 'item.add', id: item, parent: null, after: 'last', title: word, notes, values }))
    const said = { kind: word.slice(0, 55), actor: { words: word } }
    must(await client.edit({ kind: 'outcome.add', id: outcome, item, after: 'last', text: word, values: said }))
    const qualifier = {
      kind: 'qualifier.add',
      outcome,
      id: newId<QualifierId>(),
      after: 'last',
      values: { kind: 'unless' },
      text: word,
    } as const
    must(await client.edit(qualifier))
    const task = { lead: { words: word }, due: { event: word } }
    must(
      await client.edit({
        kind: 'action.add',
        id: newId<ActionId>(),
        item,
        after: 'last',
        task: word,
        values: task,
        partners: [{ words: word }],
      }),
    )
    const figure = { figure: 5, event: word, whose: word }
    must(await client.edit({ kind: 'target.add', id: newId<TargetId>(), item, after: 'last', what: word, values: figure }))
  }
  await run({ kind: 'floor.ask', intervention: 'statement', name: at(1), onBehalfOf: at(2) })
  await run({ kind: 'floor.ask', intervention: 'reply', name: at(3) })
  await run({ kind: 'floor.next', after: null })
  await run({ kind: 'attendance.set', party: { words: at(4) }, state: 'present', delegates: [{ name: at(5), function: at(6) }] })
  await run({
    kind: 'attendance.state',
    lines: [{ delegationType: 'ngo', party: { words: at(7) }, statedCount: at(8).slice(0, 60), note: at(9) }],
  })
  const propose = { id: newId(), kind: 'backlog.propose', title: at(13), purpose: null, minutes: null, why: at(14) }
  await api('POST', `/groups/${groupId}/commands`, propose)
  const reportId = String((await api('POST', `/groups/${groupId}/reports`, { meetingIds: [meetingId], title: at(15) })).reportId)
  client.socket.disconnect()
  return { groupId, meetingId, reportId }
}

/** Tries to give a link of the record an address; says whether the server took it. */
export async function tryLink(world: MeetingWorld, meetingId: string, address: string): Promise<boolean> {
  const where = { url: world.server.url, meetingId: meetingId as MeetingId, outcomeId: newId<OutcomeId>() }
  const client = await RawClient.join(where, { token: world.token })
  const before = Y.encodeStateVector(client.doc)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(client.doc))
  const [item] = [...copy.getMap<Y.Map<unknown>>('items').values()]
  const notes = item?.get('notes')
  if (!(notes instanceof Y.XmlFragment)) throw new Error('The record has no notes to write in')
  copy.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    text.insert(0, 'link', { link: { href: address } })
    paragraph.insert(0, [text])
    notes.insert(notes.length, [paragraph])
  })
  const sent = await client.send(Y.encodeStateAsUpdate(copy, before))
  client.socket.disconnect()
  return sent.ok
}
