import { expect, test } from 'vitest'
import { recordJsonSchema } from '../../../server/exports/index.ts'
import { checkVersion } from '../../../server/rooms/index.ts'
import { adoptedScene } from '../../support/http/adoptedScene.ts'
import type { Answer } from '../../support/http/Client.ts'
import type { HttpWorld, Somebody } from '../../support/http/httpWorld.ts'

const secret = 'Nachtigall'

type Json = Record<string, unknown>

/** The copy of a record, as a program fetches it. */
async function copy(world: HttpWorld, path: string, who: Somebody, query = ''): Promise<Json> {
  const answer = await world.call('GET', `${path}/exports/record.json${query}`, { as: who.token })
  expect(answer.status).toBe(200)
  return { ...answer.json }
}

/** Another group, whose coordinator brings records in. */
async function elsewhere(world: HttpWorld) {
  const { groupId, people } = await world.group('Another group')
  const who = people.coordinator
  const bring = (body: unknown, as = who) => world.call('POST', `/groups/${groupId}/meetings/import`, { as: as.token, body })
  const preview = (body: unknown) => world.call('POST', `/groups/${groupId}/meetings/import/preview`, { as: who.token, body })
  return { groupId, people, who, bring, preview }
}

function pathOf(answer: Answer): string {
  expect(answer.raw).toContain('meetingId')
  return `/meetings/${answer.text('meetingId')}`
}

/** What a copy says, less what is of the place where it lies: ids of meeting and group, and places in a list. */
function said(file: Json): unknown {
  const { generatedAt: _at, group: _group, record, ...rest } = file
  const { meetingId: _id, ...words } = record as Json
  return JSON.parse(JSON.stringify({ ...rest, record: words }, (key, value: unknown) => (key === 'order' ? null : value)))
}

test('[EXP110] an adopted record brought into another group has the same parts and the same fingerprint, and arrives firm', async () => {
  const scene = await adoptedScene(secret)
  const { world, path, group } = scene
  const before = await copy(world, path, group.people.coordinator)
  const there = await elsewhere(world)
  const made = await there.bring(before)
  expect(made.status).toBe(201)
  const place = pathOf(made)
  const after = await copy(world, place, there.who)
  expect(said(after)).toEqual(said(before))
  expect(after.sealed).toEqual(before.sealed)
  expect(after.fingerprint).toBe(before.fingerprint)

  const meeting = await world.call('GET', place, { as: there.who.token })
  expect(meeting.text('phase')).toBe('adopted')
  expect(meeting.json.importedFrom).toMatchObject({
    meetingId: group.meetingId,
    groupName: 'A group',
    version: 3,
    fingerprint: before.fingerprint,
    isProved: true,
    actor: { role: 'coordinator', name: 'Coordinator' },
  })
  const versions = await world.call('GET', `${place}/versions`, { as: there.who.token })
  expect(versions.list('items').map(({ number, kind }) => [number, kind])).toEqual([[3, 'adopted']])
  // Firm in the store, and what follows goes on from the version that came.
  const stored = await world.at.storage.documents.load(made.text('meetingId') as never) // an id of the server's own
  expect(stored.ok && stored.value.isFrozen).toBe(true)
  expect((await world.at.storage.verify(undefined, checkVersion)).damaged).toEqual([])
  const body = { kind: 'record.withdraw', id: 'AAAAAAAAAAAAAAAAAAAAAA', reason: 'Twice here' }
  expect((await world.call('POST', `${place}/commands`, { as: there.who.token, body })).status).toBe(200)
  expect((await copy(world, place, there.who)).version).toBe(4)
  expect((await world.at.storage.verify(undefined, checkVersion)).damaged).toEqual([])
})

test('[EXP111] a version before adoption arrives as a draft and keeps its fingerprint; what was no version is none', async () => {
  const { world, path, group } = await adoptedScene(secret)
  const there = await elsewhere(world)
  for (const version of [1, 2]) {
    const before = await copy(world, path, group.people.coordinator, `?version=${version}`)
    const place = pathOf(await there.bring(before))
    expect((await world.call('GET', place, { as: there.who.token })).text('phase')).toBe('draft')
    const after = await copy(world, place, there.who, `?version=${version}`)
    expect([after.fingerprint, after.sealed]).toEqual([before.fingerprint, before.sealed])
    expect((await copy(world, place, there.who)).version).toBe(null)
  }
  const sample = await world.call('POST', `/groups/${group.groupId}/meetings`, {
    as: group.people.coordinator.token,
    body: { title: 'Planned', startsAt: '2027-05' },
  })
  const before = await copy(world, `/meetings/${sample.text('meetingId')}`, group.people.coordinator)
  const place = pathOf(await there.bring(before))
  const meeting = await world.call('GET', place, { as: there.who.token })
  expect([meeting.text('phase'), meeting.json.importedFrom]).toMatchObject(['planned', { fingerprint: null, isProved: false }])
  expect(said(await copy(world, place, there.who))).toEqual(said(before))
})

test('[EXP112] a corrigendum, an addendum and a withdrawal come with the words that stand, and with what was mended', async () => {
  const scene = await adoptedScene(secret)
  const { world, path, group, run } = scene
  const { coordinator } = group.people
  const there = await elsewhere(world)
  const key = (await scene.keys(3)).find((one) => one.startsWith('outcome:')) ?? ''
  const corrections = [{ part: key, text: 'agreed to meet in June.' }]
  await run(coordinator, { kind: 'record.correct', corrections, reason: 'A slip of the pen' })
  await run(coordinator, { kind: 'record.addend', title: 'Addendum', paragraphs: ['More was said.'], reason: 'Left out' })
  await run(coordinator, { kind: 'record.withdraw', reason: 'A mistake' })
  for (const version of [4, 5, 6]) {
    const before = await copy(world, path, coordinator, `?version=${version}`)
    const place = pathOf(await there.bring(before))
    const after = await copy(world, place, there.who)
    expect(said(after)).toEqual(said(before))
    expect(JSON.stringify(after.record)).toContain('June')
    expect(JSON.stringify(after.record).includes('More was said.')).toBe(version > 4)
  }
})

test('[EXP113] a copy that does not bear out its fingerprint is refused, whatever was changed in it, and nothing is made', async () => {
  const { world, path, group } = await adoptedScene(secret)
  const there = await elsewhere(world)
  const whole = JSON.stringify(await copy(world, path, group.people.coordinator))
  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ['a word everywhere', (text) => text.replaceAll('in May', 'in June')],
    ['a word of the sealed text', (text) => text.replace(/("sealed":.*?)in May/, '$1in June')],
    ['a word of the record beside it', (text) => text.replace(/("record":.*?)in May/, '$1in June')],
    ['the fingerprint', (text) => text.replace(/"fingerprint":"(.)/, (_, one) => `"fingerprint":"${one === '0' ? '1' : '0'}`)],
    ['a salt', (text) => text.replace(/"salt":"(.)/, (_, one) => `"salt":"${one === 'A' ? 'B' : 'A'}`)],
    ['the head', (text) => text.replaceAll('First meeting', 'Last meeting')],
    ['the standing', (text) => text.replace(/("record":.*"outcomes":.*?)"standing":"proposed"/, '$1"standing":"agreed"')],
    ['what it is made of', (text) => JSON.stringify({ ...(JSON.parse(text) as Json), sealed: null })],
    ['the fingerprint left out', (text) => JSON.stringify({ ...(JSON.parse(text) as Json), fingerprint: null })],
  ]
  for (const [what, change] of changes) {
    const changed = change(whole)
    expect(changed, what).not.toBe(whole)
    const answer = await there.bring(JSON.parse(changed))
    expect([what, answer.code]).toEqual([what, 'invalid'])
    expect(answer.text('detail')).toMatch(/fingerprint|sealed text/)
  }
  const meetings = await world.call('GET', `/groups/${there.groupId}/meetings`, { as: there.who.token })
  expect(meetings.list('items').map((one) => one.title)).toEqual(['First meeting'])
})

test('[EXP114] a copy that does not show all is taken as far as shown, as a draft, and says which fingerprint it cannot prove', async () => {
  const { world, path, group } = await adoptedScene(secret)
  const there = await elsewhere(world)
  const before = await copy(world, path, group.people.observer)
  const preview = await there.preview(before)
  expect(preview.json).toMatchObject({ phase: 'draft', version: null, cannotProve: before.fingerprint })
  expect(preview.json.hiddenParts).toBeGreaterThan(0)
  const place = pathOf(await there.bring(before))
  const after = await copy(world, place, there.who)
  expect([after.version, after.fingerprint]).toEqual([null, null])
  expect(JSON.stringify(after)).toContain('in May')
  const meeting = await world.call('GET', place, { as: there.who.token })
  expect(meeting.json.importedFrom).toMatchObject({ fingerprint: before.fingerprint, isProved: false })
  // A hash that was changed is no better than a word.
  const hashes = JSON.stringify(before).replace(/"hash":"(.)/, (_, one) => `"hash":"${one === '0' ? '1' : '0'}`)
  expect((await there.bring(JSON.parse(hashes))).code).toBe('invalid')
})

test('[EXP115] delegations are those of the group by name and nameplate; others come as words, and nobody is guessed', async () => {
  const { world, path, group } = await adoptedScene(secret)
  const { coordinator } = group.people
  const there = await elsewhere(world)
  const add = async (groupId: string, who: Somebody, name: string, code: string) => {
    const body = { name, code, type: 'state' }
    return (await world.call('POST', `/groups/${groupId}/delegations`, { as: who.token, body })).text('delegationId')
  }
  const [norway, congo, niger] = await Promise.all([
    add(group.groupId, coordinator, 'Norway', 'NOR'),
    add(group.groupId, coordinator, 'Congo', 'COG'),
    add(group.groupId, coordinator, 'Niger', 'NER'),
  ])
  const here = await add(there.groupId, there.who, 'Norway', 'NOR')
  await add(there.groupId, there.who, 'Congo', 'COD')
  await add(there.groupId, there.who, 'Nigeria', 'NER')
  const made = await world.call('POST', `/groups/${group.groupId}/meetings`, { as: coordinator.token, body: { title: 'Leads' } })
  const before = await copy(world, `/meetings/${made.text('meetingId')}`, coordinator)
  const record = before.record as Json
  const [item = {}] = ((await copy(world, path, coordinator)).record as { readonly items: readonly Json[] }).items
  const ids = ['AAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAAAQ', 'AAAAAAAAAAAAAAAAAAAAAg']
  const leads = [norway, congo, niger]
  const items = ids.map((id, index) => ({ ...item, id, number: String(index + 1), lead: { delegation: leads[index] } }))
  const names = { Norway: 'NOR', Congo: 'COG', Niger: 'NER' }
  const delegations = Object.fromEntries(Object.entries(names).map(([name, code], index) => [leads[index], { name, code }]))
  const file = { ...before, delegations, record: { ...record, items } }
  const preview = await there.preview(file)
  expect([preview.json.matched, preview.json.asWords]).toEqual([['Norway'], ['Congo', 'Niger']])
  const after = await copy(world, pathOf(await there.bring(file)), there.who)
  const kept = (after.record as { readonly items: readonly Json[] }).items.map((one) => one.lead)
  expect(kept).toEqual([{ delegation: here }, { words: 'Congo' }, { words: 'Niger' }])
})

test('[EXP116] only who may make meetings brings records in; what is no copy of ours is refused, and so is what is too long or too deep', async () => {
  const { world, path, group } = await adoptedScene(secret)
  const there = await elsewhere(world)
  const file = await copy(world, path, group.people.coordinator)
  const { participant, observer } = there.people
  for (const who of [participant, observer]) expect((await there.bring(file, who)).code).toBe('forbidden')
  expect((await there.bring(file, group.people.coordinator)).code).toBe('notFound')
  const agenda = await world.call('GET', `${path}/exports/agenda.json`, { as: group.people.coordinator.token })
  const record = file.record as Json
  let deep: unknown = []
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep]
  const wrong: readonly (readonly [string, unknown])[] = [
    ['nothing', {}],
    ['a list', []],
    ['an unknown field', { ...file, extra: 1 }],
    ['an unknown field within', { ...file, record: { ...record, extra: 1 } }],
    ['another format', { ...file, format: 'something.else' }],
    ['a removed entry', { ...file, record: { ...record, items: [{ ...((record.items as Json[])[0] ?? {}), removed: true }] } }],
    ['an agenda of a version', agenda.json],
    ['its schema', recordJsonSchema('https://example.org/x')],
  ]
  for (const [what, body] of wrong) expect([what, (await there.bring(body)).code]).toEqual([what, 'invalid'])
  const nested = JSON.stringify(file).replace(/"notes":\[/, `"notes":[${'['.repeat(100_000)}${']'.repeat(100_000)},`)
  const deepAnswer = await world.call('POST', `/groups/${there.groupId}/meetings/import`, { as: there.who.token, raw: nested })
  expect(['invalid', 'malformed']).toContain(deepAnswer.code)
  const long = `${JSON.stringify(file)}${' '.repeat(8 * 1024 * 1024)}`
  const longAnswer = await world.call('POST', `/groups/${there.groupId}/meetings/import`, { as: there.who.token, raw: long })
  expect(longAnswer.code).toBe('tooLarge')
  expect(deep).toBeDefined()
})

test('[EXP117] the preview says what will come, how firm, from where, and whether it is here already; it makes nothing', async () => {
  const { world, path, group } = await adoptedScene(secret)
  const there = await elsewhere(world)
  const file = await copy(world, path, group.people.coordinator)
  const first = await there.preview(file)
  expect(first.json).toMatchObject({
    title: 'First meeting',
    phase: 'adopted',
    version: { number: 3, kind: 'adopted', fingerprint: file.fingerprint },
    cannotProve: null,
    hiddenParts: 0,
    from: { meetingId: group.meetingId, groupName: 'A group' },
    counts: { items: 2, outcomes: 2, actions: 1, targets: 0 },
    alreadyHere: [],
  })
  const list = () => world.call('GET', `/groups/${there.groupId}/meetings`, { as: there.who.token })
  expect((await list()).list('items').length).toBe(1)
  const made = await there.bring(file)
  const second = await there.preview(file)
  expect(second.json.alreadyHere).toEqual([{ meetingId: made.text('meetingId'), title: 'First meeting' }])
  const own = await world.call('POST', `/groups/${group.groupId}/meetings/import/preview`, {
    as: group.people.coordinator.token,
    body: file,
  })
  expect(own.list('alreadyHere').map((one) => one.meetingId)).toEqual([group.meetingId])
})
