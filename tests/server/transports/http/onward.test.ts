import { expect, test } from 'vitest'
import type { CommandId, OutcomeId } from '../../../../shared/base/index.ts'
import type { HandoverAnswer, OpenAnswer } from '../../../../shared/protocol/index.ts'
import { type MeetingRecord, readOrigin } from '../../../../shared/record/index.ts'
import { hushWords, type OnwardWorld, onwardWorld } from '../../../support/http/threeMeetings.ts'
import { newId } from '../../../support/storageSamples.ts'

interface AsRead extends MeetingRecord {
  readonly fingerprint: string | null
}

async function recordOf(here: OnwardWorld, meeting: string): Promise<AsRead> {
  return (await here.get(`/meetings/${meeting}/record`)).json as unknown as AsRead // the route's schema has been compared
}

async function openOf(here: OnwardWorld): Promise<OpenAnswer> {
  return (await here.get(`/groups/${here.group.groupId}/open`)).json as unknown as OpenAnswer // as above
}

async function plan(here: OnwardWorld, body: object): Promise<string> {
  // No two meetings are made in one millisecond: what was said later is later.
  here.world.clock.advance(60_000)
  const made = await here.post(`/groups/${here.group.groupId}/meetings`, { title: 'Next meeting', ...body })
  if (made.status !== 201) throw new Error(made.raw)
  return made.text('meetingId')
}

const titles = (record: MeetingRecord) =>
  record.items.map(
    (item) =>
      `${item.number} ${item.title.map((one) => ('runs' in one ? one.runs.map((run) => run.text).join('') : '')).join('')}`,
  )

test('[ONW1] a new meeting starts from what is open, each thing with its origin, and no fingerprint of an old record changes', async () => {
  const here = await onwardWorld()
  const { ids, first } = here
  const seen = await here.adopt(first)
  const open = await openOf(here)
  expect(open.items.map(({ item, why, under }) => [item, why, under])).toEqual([
    [ids.late, 'putOff', null],
    [ids.lateMore, 'putOff', ids.late],
    [ids.secret, 'putOff', null],
  ])
  expect(open.actions.map(({ action, number, status, overdue }) => [action, number, status, overdue])).toEqual([
    [ids.write, 'A1', 'open', true],
    [ids.ask, 'A2', 'open', false],
    [ids.hush, 'A3', 'open', false],
  ])
  expect(open.targets.map(({ target, address }) => [target, address])).toEqual([[ids.target, `/m/${first}/record#${ids.target}`]])
  const next = await plan(here, { from: 'open' })
  const record = await recordOf(here, next)
  expect(titles(record)).toEqual([
    '1 Review of actions',
    '2 National focal points',
    '2.1 Their list',
    `3 Candidates ${hushWords}`,
    '4 Targets',
  ])
  const carried = record.items[1]
  expect(carried).toMatchObject({ purpose: 'agree', minutes: 20 })
  expect(readOrigin(carried?.carriedOverFrom ?? '')).toEqual({
    meeting: first,
    item: ids.late,
    words: 'Monday 27 May 2002 (item 2)',
  })
  expect(record.session.reviewing).toMatchObject({
    item: record.items[0]?.id,
    actions: [
      {
        action: ids.write,
        meeting: first,
        meetingDate: '2002-05-27',
        number: 'A1',
        task: 'Write to the signatories',
        closed: false,
      },
      { action: ids.ask, due: { event: 'the Review Conference' } },
      { action: ids.hush, closed: true },
    ],
  })
  expect(record.targets).toMatchObject([{ item: record.items[4]?.id, figure: 120, atLeast: true, whose: 'the group' }])
  const old = await recordOf(here, first)
  expect(old.fingerprint).toBe(seen)
  expect((await here.get(`/meetings/${first}/versions`)).list('items').at(-1)).toMatchObject({ fingerprint: seen })
  // What stands on the new agenda is open there now.
  expect((await openOf(here)).items).toEqual([])
})

test('[ONW2] a new meeting takes over what the group does every time, never a day; what is said in the call comes first', async () => {
  const here = await onwardWorld()
  const meeting = async (body: object) => {
    const { head, phase } = (await here.get(`/meetings/${await plan(here, body)}`)).json
    return { ...(head as object), phase } // the route's schema has been compared
  }
  const habits = { place: 'Room XXIII', timeZone: 'Europe/Zurich', attribution: 'delegationType', language: 'en' }
  expect(await meeting({ from: here.first })).toMatchObject({ ...habits, startsAt: null, endsAt: null, phase: 'planned' })
  expect(await meeting({ from: 'open', place: 'Room VII', startsAt: '2002-09-16' })).toMatchObject({
    ...habits,
    place: 'Room VII',
    startsAt: '2002-09-16',
  })
  const arabic = await plan(here, { from: here.first, language: 'ar', attribution: 'none' })
  expect(titles(await recordOf(here, arabic))[0]).toBe('1 استعراض الإجراءات')
  expect(titles(await recordOf(here, await plan(here, {})))).toEqual([])
})

test('[ONW3] only what was chosen comes; what is not open any more is refused, and then no meeting is made', async () => {
  const here = await onwardWorld()
  const { ids, first } = here
  const chosen = {
    from: 'open',
    items: [{ meeting: first, item: ids.lateMore }],
    actions: [{ meeting: first, action: ids.ask }],
    targets: [],
  }
  const record = await recordOf(here, await plan(here, chosen))
  expect(titles(record)).toEqual(['1 Review of actions', '2 Their list'])
  expect(record.session.reviewing?.actions.map((one) => one.action)).toEqual([ids.ask])
  const count = async () => (await here.get(`/groups/${here.group.groupId}/meetings`)).list('items').length
  const before = await count()
  const path = `/groups/${here.group.groupId}/meetings`
  for (const body of [
    chosen,
    { from: 'open', items: [{ meeting: first, item: ids.done }] },
    { from: 'open', proposals: [newId()] },
    { template: newId() },
  ]) {
    const answer = await here.post(path, { title: 'Not this', ...body })
    expect([answer.status, answer.code]).toEqual([409, 'stale'])
  }
  expect((await here.post(path, { title: 'Not this', from: newId() })).code).toBe('notFound')
  expect(await count()).toBe(before)
})

test('[ONW4] what was closed to observers stays closed to them on the next agenda: items, actions under review, and what was said of them', async () => {
  const here = await onwardWorld()
  const { ids, first } = here
  const next = await plan(here, { from: 'open' })
  await here.run(next, { kind: 'meeting.open' })
  for (const action of [ids.hush, ids.ask]) {
    await here.run(next, {
      kind: 'action.review',
      action,
      meeting: first,
      status: 'inProgress',
      note: `${action === ids.hush ? hushWords : 'Asked'} twice`,
    })
  }
  await here.run(next, { kind: 'meeting.close' })
  const seen = await here.adopt(next)
  const { observer, participant } = here.group.people
  for (const path of [
    '',
    '/record',
    '/session',
    '/versions',
    '/versions/1',
    '/exports/record.md',
    '/exports/record.html',
    '/exports/record.json',
  ]) {
    const answer = await here.get(`/meetings/${next}${path}`, observer)
    expect(answer.status).toBe(200)
    expect(`${path} ${answer.raw.includes(hushWords) || answer.raw.includes(ids.hush)}`).toBe(`${path} false`)
  }
  const own = (await here.get(`/meetings/${next}/record`, observer)).json as unknown as AsRead // as above
  expect(own.session.reviews.map((one) => one.action)).toEqual([ids.ask])
  expect(own.fingerprint).toBe(seen)
  expect((await here.get(`/meetings/${next}/exports/record.md`, participant)).raw).toContain(`${hushWords} twice`)
  expect((await here.get(`/groups/${here.group.groupId}/changes?since=2002-01-01T00:00:00Z`, observer)).raw).not.toContain(
    hushWords,
  )
})

test('[ONW5] what a meeting said of an earlier action is a numbered paragraph of its own record and documents, and the old record stays as it was', async () => {
  const here = await onwardWorld()
  const { ids, first } = here
  const before = await here.adopt(first)
  const next = await plan(here, { from: 'open', startsAt: '2002-09-16' })
  const review = { kind: 'action.review', action: ids.write, meeting: first } as const
  await here.run(next, { kind: 'meeting.open' })
  await here.run(next, { ...review, status: 'inProgress', note: 'The letters are out.' })
  const item = (await recordOf(here, next)).items[0]?.id
  if (item === undefined) throw new Error('The agenda begins with the review')
  await here.write(next, {
    kind: 'outcome.add',
    id: newId<OutcomeId>(),
    item,
    after: 'last',
    text: 'with thanks',
    values: { kind: 'noted' },
  })
  await here.run(next, { kind: 'meeting.close' })
  await here.adopt(next)
  const markdown = (await here.get(`/meetings/${next}/exports/record.md`)).raw
  expect(markdown).toMatch(
    /^1\\?\. Action A1 of Monday 27 May 2002: Write to the signatories \(in progress\)\. The letters are out\.$/m,
  )
  // Under the same numbers as the version has: the outcome comes after it.
  expect(markdown).toMatch(/^2\\?\. .*with thanks/m)
  const version = await here.get(`/meetings/${next}/versions/1`)
  const sealed = version.json.sealed as {
    readonly parts: readonly { readonly part: { readonly kind: string; readonly number: string } }[]
  } // as above
  expect(sealed.parts.find(({ part }) => part.kind === 'review')?.part).toMatchObject({
    number: '1',
    label: 'A1',
    status: 'inProgress',
  })
  expect((await recordOf(here, first)).fingerprint).toBe(before)
  expect((await recordOf(here, first)).actions.map((one) => one.status)).toEqual(['open', 'open', 'open'])
  expect((await openOf(here)).actions.find((one) => one.action === ids.write)?.status).toBe('inProgress')
  // A third meeting: it is done, and no later meeting is asked about it.
  const third = await plan(here, { from: 'open' })
  await here.run(third, { kind: 'meeting.open' })
  await here.run(third, { ...review, status: 'done', note: null })
  expect((await openOf(here)).actions.map((one) => one.action)).toEqual([ids.ask, ids.hush])
})

test('[ONW6] proposals are made by delegations, taken with the meeting that takes them or declined with a word why; observers have no part in it', async () => {
  const here = await onwardWorld()
  const { groupId, people } = here.group
  const { participant, rapporteur, observer } = people
  const send = (body: object, who = participant) =>
    here.post(`/groups/${groupId}/commands`, { id: newId<CommandId>(), ...body }, who)
  const item = { purpose: 'discuss', minutes: 15, why: 'It was asked for.' }
  const ids = [newId<CommandId>(), newId<CommandId>(), newId<CommandId>()] as const
  for (const [index, id] of ids.entries()) {
    const made = await here.post(
      `/groups/${groupId}/commands`,
      { kind: 'backlog.propose', id, title: `Proposal ${index + 1}`, ...item },
      participant,
    )
    expect(made.status).toBe(200)
  }
  expect((await send({ kind: 'backlog.propose', title: 'No', ...item }, observer)).code).toBe('forbidden')
  expect((await here.get(`/groups/${groupId}/backlog`, observer)).code).toBe('forbidden')
  expect((await send({ kind: 'backlog.decline', proposal: ids[1], why: 'Not now.' })).code).toBe('forbidden')
  expect((await send({ kind: 'backlog.decline', proposal: ids[1], why: 'Not now.' }, rapporteur)).status).toBe(200)
  expect((await send({ kind: 'backlog.move', proposal: ids[2], after: null }, rapporteur)).status).toBe(200)
  const next = await plan(here, { proposals: [ids[2]] })
  const record = await recordOf(here, next)
  expect(titles(record)).toEqual(['1 Proposal 3'])
  expect(record.items[0]).toMatchObject({ purpose: 'discuss', minutes: 15 })
  // The meeting's rule keeps no names, so nobody is named as having proposed.
  expect(JSON.stringify(record.items[0]?.notes)).toContain('It was asked for.')
  expect(JSON.stringify(record.items[0]?.notes)).not.toContain('participant')
  const backlog = (await here.get(`/groups/${groupId}/backlog`, participant)).list('proposals')
  expect(backlog.map(({ proposal, settled }) => [proposal, settled])).toEqual([
    [ids[0], null],
    [ids[2], expect.objectContaining({ how: 'taken', meetingId: next })],
    [ids[1], expect.objectContaining({ how: 'declined', why: 'Not now.' })],
  ])
  expect((await here.post(`/groups/${groupId}/meetings`, { title: 'No', proposals: [ids[2]] })).code).toBe('stale')
})

test('[ONW7] an agenda kept as a template is begun with again, parts of items included', async () => {
  const here = await onwardWorld()
  const { groupId, people } = here.group
  const template = newId<CommandId>()
  const line = { purpose: null, minutes: 10 }
  const items = [
    { title: 'Opening', ...line },
    { title: 'Reports', ...line, children: [{ title: 'States', ...line }] },
  ]
  const save = (who = people.rapporteur) =>
    here.post(
      `/groups/${groupId}/commands`,
      { kind: 'template.save', id: newId<CommandId>(), template, name: 'As always', items },
      who,
    )
  expect((await save(people.participant)).code).toBe('forbidden')
  expect((await save()).status).toBe(200)
  const record = await recordOf(here, await plan(here, { from: 'open', template, items: [], targets: [] }))
  expect(titles(record)).toEqual(['1 Review of actions', '2 Opening', '3 Reports', '3.1 States'])
  expect((await openOf(here)).templates).toMatchObject([{ template, name: 'As always' }])
})

test('[ONW8] what changed is told since one was last here; a reload is no new visit, and nobody hears of another’s', async () => {
  const here = await onwardWorld()
  const { groupId, people } = here.group
  const visit = () => here.post(`/groups/${groupId}/visits`, undefined, people.participant)
  const changes = async () => (await here.get(`/groups/${groupId}/changes`, people.participant)).json
  expect(await changes()).toEqual({ since: null, total: 0, items: [] })
  expect((await visit()).status).toBe(204)
  const wasHere = new Date(here.world.clock.now()).toISOString()
  here.world.clock.advance(3_600_000)
  await here.adopt(here.first)
  for (let again = 0; again < 3; again += 1) {
    const told = await changes()
    expect(told).toMatchObject({ since: wasHere, total: 1 })
    expect(told.items).toMatchObject([{ kind: 'phase', phase: 'adopted', meetingId: here.first }])
    await visit()
    here.world.clock.advance(60_000)
  }
  here.world.clock.advance(3_600_000)
  expect((await changes()).total).toBe(0)
  // The coordinator's own mark is another.
  expect((await here.get(`/groups/${groupId}/changes`)).json).toEqual({ since: null, total: 0, items: [] })
})

test('[ONW9] the handover page tells the office, and nobody else, what is open, who is who, which deadlines run and what comes next', async () => {
  const here = await onwardWorld()
  const { groupId, people } = here.group
  for (const who of [people.participant, people.observer]) {
    expect((await here.get(`/groups/${groupId}/handover`, who)).code).toBe('forbidden')
  }
  const read = async () => (await here.get(`/groups/${groupId}/handover`, people.rapporteur)).json as unknown as HandoverAnswer // as above
  const before = await read()
  expect(before.offices.map(({ role, people: named }) => [role, named.length])).toEqual([
    ['coordinator', 1],
    ['rapporteur', 1],
  ])
  expect(before).toMatchObject({
    last: { meetingId: here.first, phase: 'draft' },
    next: null,
    group: { attribution: 'delegationType' },
  })
  expect(before.items).toHaveLength(3)
  expect(before.actions.filter((one) => one.overdue)).toHaveLength(1)
  expect(before.steps.map(({ kind, count }) => [kind, count])).toEqual([
    ['circulate', null],
    ['askOverdue', 1],
    ['findLead', 3],
    ['planMeeting', null],
  ])
  const deadline = new Date(here.world.clock.now() + 86_400_000).toISOString()
  await here.run(here.first, { kind: 'record.circulate', deadline, timeZone: 'Europe/Zurich', mode: 'silence' })
  await plan(here, { from: 'open' })
  const after = await read()
  expect(after.circulated).toMatchObject([{ meetingId: here.first, deadline, timeZone: 'Europe/Zurich', mode: 'silence' }])
  expect(after.steps.map(({ kind }) => kind)).toEqual(['awaitDeadline', 'setDate', 'askOverdue', 'findLead'])
})
