import { expect, test } from 'vitest'
import { sha256Digest } from '../../../../server/base/index.ts'
import type {
  ActionId,
  CommandId,
  DelegationId,
  ItemId,
  MeetingId,
  OutcomeId,
  QualifierId,
} from '../../../../shared/base/index.ts'
import { fingerprintOf, type Sealed } from '../../../../shared/record/index.ts'
import type { CommandDraft } from '../../../../shared/session/index.ts'
import { type GroupWorld, type HttpWorld, httpWorld, type Somebody } from '../../../support/http/httpWorld.ts'
import { must, RawClient } from '../../../support/live/RawClient.ts'
import { newId } from '../../../support/storageSamples.ts'

const secret = 'Nachtigall'

interface Scene {
  readonly world: HttpWorld
  readonly group: GroupWorld
  readonly path: string
  readonly outcomeId: OutcomeId
  readonly hidden: OutcomeId
  readonly thai: Somebody
  /** Runs a command over HTTP. */
  run(who: Somebody, draft: CommandDraft): Promise<CommandId>
  get(path: string, who: Somebody): ReturnType<HttpWorld['call']>
}

/** A draft with one outcome for all and one under an item that is closed to observers; Thailand and the rapporteur wrote. */
async function scene(): Promise<Scene> {
  const world = await httpWorld()
  const group = await world.group()
  const { coordinator, rapporteur } = group.people
  const path = `/meetings/${group.meetingId}`
  const delegation = await world.call('POST', `/groups/${group.groupId}/delegations`, {
    as: coordinator.token,
    body: { name: 'Thailand', code: 'THA', type: 'state' },
  })
  const thai = await world.account('Somchai')
  const body = { email: thai.email, role: 'participant', delegationId: delegation.text('delegationId') }
  expect((await world.call('POST', `/groups/${group.groupId}/members`, { as: coordinator.token, body })).status).toBe(201)
  const [outcomeId, hidden] = [newId<OutcomeId>(), newId<OutcomeId>()]
  const [item, closed] = [newId<ItemId>(), newId<ItemId>()]
  const place = { url: world.url, meetingId: group.meetingId as MeetingId, outcomeId } // the server's own answer gave it
  const chair = await RawClient.join(place, rapporteur)
  must(await chair.edit({ kind: 'item.add', id: item, parent: null, after: 'last', title: 'Open' }))
  must(await chair.edit({ kind: 'item.add', id: closed, parent: null, after: 'last', title: `Closed ${secret}` }))
  must(await chair.edit({ kind: 'outcome.add', id: outcomeId, item, after: 'last', text: 'The Group agreed.' }))
  const qualifier = { outcome: outcomeId, id: newId<QualifierId>(), after: 'last', text: 'by 2027' } as const
  must(await chair.edit({ kind: 'qualifier.add', ...qualifier, values: { kind: 'if possible' } }))
  const lead = { delegation: delegation.text('delegationId') as DelegationId } // as above
  const action = { id: newId<ActionId>(), item, after: 'last', task: 'Write' } as const
  must(await chair.edit({ kind: 'action.add', ...action, values: { lead } }))
  for (const partner of [lead, { words: 'All' }]) must(await chair.edit({ kind: 'action.addPartner', id: action.id, partner }))
  must(await chair.edit({ kind: 'item.set', id: item, values: { lead, minutes: 10 } }))
  must(await chair.edit({ kind: 'outcome.add', id: hidden, item: closed, after: 'last', text: `It decided ${secret}.` }))
  const run = async (who: Somebody, draft: CommandDraft) => {
    const id = newId<CommandId>()
    const answer = await world.call('POST', `${path}/commands`, { as: who.token, body: { ...draft, id } })
    if (answer.status !== 200) throw new Error(`${draft.kind}: ${answer.raw}`)
    return id
  }
  await run(coordinator, { kind: 'meeting.open' })
  await run(coordinator, { kind: 'item.closeToObservers', item: closed, closed: true })
  const typist = await RawClient.join(place, thai)
  must(await typist.type(' Thailand said so.'))
  typist.socket.disconnect()
  await run(coordinator, { kind: 'meeting.close' })
  chair.socket.disconnect()
  const get = (where: string, who: Somebody) => world.call('GET', `${path}${where}`, { as: who.token })
  return { world, group, path, outcomeId, hidden, thai, run, get }
}

async function circulate({ world, group, run }: Scene): Promise<void> {
  const deadline = new Date(world.clock.now() + 86_400_000).toISOString()
  await run(group.people.coordinator, { kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'decision' })
}

async function adopt(here: Scene): Promise<void> {
  const seen = (await here.get('/record', here.group.people.coordinator)).text('fingerprint')
  await here.run(here.group.people.coordinator, { kind: 'record.adopt', seen })
}

function sealedIn(answer: { readonly json: Readonly<Record<string, unknown>> }): Sealed {
  return answer.json.sealed as Sealed // the route's schema has been compared
}

test('[WEB60] every caller can check the fingerprint of every version, and an observer sees a hidden part as its hash alone', async () => {
  const here = await scene()
  await circulate(here)
  await adopt(here)
  const { coordinator, observer } = here.group.people
  const part = `outcome:${here.hidden}`
  await here.run(coordinator, {
    kind: 'record.correct',
    corrections: [
      { part, text: `It decided otherwise ${secret}.` },
      { part: `outcome:${here.outcomeId}`, text: 'The Group decided.' },
    ],
    reason: 'A slip',
  })
  const lines = (await here.get('/versions', observer)).list('items')
  expect(lines.map(({ kind }) => kind)).toEqual(['room', 'circulated', 'adopted', 'corrigendum'])
  for (const { number, fingerprint } of lines) {
    const whole = await here.get(`/versions/${number}`, coordinator)
    const filtered = await here.get(`/versions/${number}`, observer)
    expect(whole.raw).toContain(secret)
    expect(filtered.raw).not.toContain(secret)
    expect(await fingerprintOf(sealedIn(whole), sha256Digest)).toBe(fingerprint)
    expect(await fingerprintOf(sealedIn(filtered), sha256Digest)).toBe(fingerprint)
    expect(sealedIn(filtered).parts.filter((one) => 'hash' in one)).toHaveLength(2)
    expect(sealedIn(whole).parts.filter((one) => 'hash' in one)).toHaveLength(0)
  }
  const last = await here.get('/versions/4', observer)
  expect(last.list('corrections').map((one) => one.part)).toEqual([`outcome:${here.outcomeId}`])
  for (const where of ['/versions/1/compare/4', '/versions/4/compare/1', '/record?version=2', '/record', '/versions']) {
    expect((await here.get(where, coordinator)).status).toBe(200)
    expect((await here.get(where, observer)).raw).not.toContain(secret)
  }
  for (const number of ['0', '5', '01', '1e0', 'x', '-1', '99999999999999999999']) {
    expect((await here.get(`/versions/${number}`, coordinator)).status).toBe(404)
  }
})

test('[WEB61] a comment says whose it is as far as the rule lets it, never which person, and is not for observers', async () => {
  const here = await scene()
  await circulate(here)
  const { coordinator, rapporteur, observer } = here.group.people
  const part = `outcome:${here.outcomeId}`
  const id = await here.run(here.thai, {
    kind: 'comment.make',
    part,
    what: 'correction',
    text: 'Better',
    suggestion: 'New words',
  })
  await here.run(rapporteur, { kind: 'comment.answer', comment: id, answer: 'notTaken', word: 'It was said so.' })
  const own = await here.get('/comments', here.thai)
  expect(own.list('items')).toMatchObject([
    {
      commentId: id,
      part,
      number: '1',
      before: 'The Group agreed. Thailand said so.',
      suggestion: 'New words',
      author: { name: 'Thailand', code: 'THA', type: 'state' },
      yours: true,
      answer: { answer: 'notTaken', word: 'It was said so.' },
      withdrawnAt: null,
    },
  ])
  const others = await here.get('/comments', coordinator)
  expect(others.list('items')[0]?.yours).toBe(false)
  for (const { raw } of [own, others]) {
    expect(raw).not.toContain(here.thai.accountId)
    expect(raw).not.toContain('Somchai')
  }
  expect((await here.get('/comments', observer)).code).toBe('forbidden')
})

test('[WEB62] a difference names whose words came in, by delegation, by type or not at all, as the rule lets it', async () => {
  const here = await scene()
  await circulate(here)
  const { coordinator } = here.group.people
  await here.run(coordinator, { kind: 'record.recall' })
  const place = { url: here.world.url, meetingId: here.group.meetingId as MeetingId, outcomeId: here.outcomeId } // as above
  const patched = await here.world.call('PATCH', `/groups/${here.group.groupId}`, {
    as: coordinator.token,
    body: { rules: { participantsEdit: 'everything', participantsEditDraft: true } },
  })
  expect(patched.status).toBe(200)
  const typist = await RawClient.join(place, here.thai)
  must(await typist.type(' Again.'))
  typist.socket.disconnect()
  await circulate(here)
  const changed = async () => {
    const { list } = await here.get('/versions/2/compare/3', coordinator).then((answer) => ({ list: answer.list('changes') }))
    return list.filter(({ what }) => what !== 'same').map(({ key, words, writers }) => ({ key, words, writers }))
  }
  const thailand = { name: 'Thailand', code: 'THA', type: 'state' }
  expect(await changed()).toMatchObject([
    {
      key: `outcome:${here.outcomeId}`,
      words: [
        { what: 'same', text: 'The Group agreed. Thailand said so.' },
        { what: 'added', text: ' Again.' },
      ],
      writers: [thailand],
    },
  ])
  const backwards = await here.get('/versions/3/compare/2', coordinator)
  expect(backwards.list('changes').flatMap((change) => change.writers)).toMatchObject([thailand])
  await here.run(coordinator, { kind: 'record.recall' })
  const seen: unknown[] = []
  for (const attribution of ['delegationType', 'none']) {
    await here.world.call('PATCH', here.path, { as: coordinator.token, body: { attribution } })
    seen.push((await changed())[0]?.writers)
  }
  expect(seen).toEqual([[{ delegation: null, name: null, code: null, type: 'state' }], []])
})

test('[WEB63] the record says which version it is; an earlier one can be read as it was; after a corrigendum its words are the record', async () => {
  const here = await scene()
  const { coordinator } = here.group.people
  const outcomes = async (where: string) => {
    const answer = await here.get(where, coordinator)
    const words = JSON.stringify(answer.list('outcomes').map((one) => one.text))
    return { version: answer.json.version, words, fingerprint: answer.json.fingerprint }
  }
  expect(await outcomes('/record')).toMatchObject({ version: null, fingerprint: null })
  await circulate(here)
  const out = await outcomes('/record')
  // What is out is read from the document; the version, read back, says the same in every field, less lines without words.
  const lists = async (where: string) => {
    const answer = await here.get(where, coordinator)
    const items = answer.list('items').map(({ notes: _notes, ...item }) => item)
    return [items, answer.list('outcomes'), answer.list('actions'), answer.list('targets')]
  }
  expect(await lists('/record?version=2')).toEqual(await lists('/record'))
  await adopt(here)
  expect(await outcomes('/record')).toEqual({ ...out, version: 3 })
  const part = `outcome:${here.outcomeId}`
  await here.run(coordinator, { kind: 'record.correct', corrections: [{ part, text: 'The Group decided.' }], reason: 'A slip' })
  await here.run(coordinator, { kind: 'record.addend', title: 'Later', paragraphs: ['One more.'], reason: 'It came late' })
  const now = await outcomes('/record')
  expect(now.version).toBe(5)
  expect(now.fingerprint).not.toBe(out.fingerprint)
  expect(now.words).toContain('The Group decided.')
  expect((await here.get('/record', coordinator)).raw).toContain('One more.')
  expect(await outcomes('/record?version=2')).toEqual(out)
  expect((await here.get('/record?version=9', coordinator)).status).toBe(404)
  expect((await here.get('/record?version=0', coordinator)).code).toBe('invalid')
  const exported = await here.get('/exports/record.md', coordinator)
  expect(exported.raw).toContain('The Group decided.')
  expect(exported.raw.replaceAll(/\s/g, '')).toContain(String(now.fingerprint).slice(0, 4))
})

test('[WEB64] what to look at before circulating is told to the office, while it can still be mended', async () => {
  const here = await scene()
  const { coordinator, rapporteur, participant } = here.group.people
  const found = await here.get('/checks', rapporteur)
  expect(found.list('findings')).toContainEqual({ check: 'noVerb', part: 'outcome', id: here.outcomeId, number: '1.1' })
  expect((await here.get('/checks', participant)).code).toBe('forbidden')
  await circulate(here)
  expect((await here.get('/checks', coordinator)).code).toBe('wrongPhase')
})
