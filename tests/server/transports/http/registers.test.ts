import { expect, test } from 'vitest'
import { ledgerScene } from '../../../support/http/ledgerScene.ts'
import { newId } from '../../../support/storageSamples.ts'

type Row = Readonly<Record<string, unknown>>

test('[REG70] no command of the ledger changes a record: every version and fingerprint is byte for byte what it was', async () => {
  const { world, group, adopted, ledger, sealed, get } = await ledgerScene()
  const { coordinator, participant } = group.people
  const old = await adopted({ title: 'May', startsAt: '2026-01-27' })
  const later = await adopted({ title: 'September', startsAt: '2026-02-16' })
  const before = await sealed(old.meetingId)
  expect(before).toMatch(/"fingerprint":"[0-9a-f]{64}"/)
  const of = { meeting: old.meetingId }
  const facts = [
    ledger(participant, { kind: 'action.progress', action: old.action, ...of, status: 'done', note: 'In Manila' }),
    ledger(coordinator, { kind: 'outcome.implement', outcome: old.outcome, ...of }),
    ledger(coordinator, {
      kind: 'outcome.supersede',
      outcome: old.outcome,
      ...of,
      by: { outcome: later.outcome, meeting: later.meetingId },
      note: 'Twice a year',
    }),
  ]
  expect((await Promise.all(facts)).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await sealed(old.meetingId)).toBe(before)
  const outcomes = (await get(coordinator, '/outcomes')).list('items')
  const row = outcomes.find(({ outcome }) => outcome === old.outcome)
  expect(row).toMatchObject({ state: 'superseded', paragraph: '1', later: { superseded: { by: { outcome: later.outcome } } } })
  const ours = (await get(participant, '/actions?delegation=ours&status=done')).list('items')
  expect(ours.map(({ action }) => action)).toEqual([old.action])
  expect(world.logged.join('\n')).not.toContain('Manila')
})

test('[REG71] progress is noted over HTTP by whoever leads the action, once for its id, and told with who and when', async () => {
  const { world, group, adopted, get } = await ledgerScene()
  const { participant, coordinator, observer, rapporteur } = group.people
  const { action } = await adopted({ title: 'May' })
  const id = newId()
  const body = { id, status: 'inProgress', note: 'Raised in Manila' }
  const call = (as: string, said: object = body, which: string = action) =>
    world.call('POST', `/actions/${which}/progress`, { as, body: said })
  const [first, again] = [await call(participant.token), await call(participant.token)]
  expect(first.json).toEqual({ seq: 1, fact: id })
  expect(again.json).toEqual(first.json)
  expect((await call(rapporteur.token, { status: 'done' })).json).toMatchObject({ seq: 2 })
  expect((await call(observer.token, { status: 'done' })).code).toBe('forbidden')
  expect((await call(participant.token, {})).json).toMatchObject({ code: 'invalid', reason: 'nothingSaid' })
  expect((await call(participant.token, { status: 'done' }, newId())).code).toBe('notFound')
  const elsewhere = await world.group('Elsewhere')
  expect((await call(elsewhere.people.coordinator.token)).code).toBe('notFound')
  const row = (await get(coordinator, '/actions')).list('items').find((one) => one.action === action)
  const at = new Date(world.clock.now()).toISOString()
  expect(row).toMatchObject({
    status: 'done',
    progress: [
      {
        id,
        at,
        by: { name: 'participant', delegation: { code: 'THA' } },
        status: 'inProgress',
        note: 'Raised in Manila',
        where: 'register',
      },
      { by: { role: 'rapporteur', delegation: null }, status: 'done' },
    ],
  })
})

test('[REG72] before a record is adopted the way to its actions is the record: the answer says so', async () => {
  const { world, group, adopted, ledger } = await ledgerScene()
  const { coordinator } = group.people
  const firm = await adopted({ title: 'May' })
  const draft = (
    await world.call('POST', `/groups/${group.groupId}/meetings`, { as: coordinator.token, body: { title: 'Next' } })
  ).text('meetingId')
  const progress = { kind: 'action.progress', action: firm.action, status: 'done' } as const
  expect((await ledger(coordinator, { ...progress, meeting: draft as never })).json).toMatchObject({ reason: 'notInRecord' })
  const fact = { kind: 'outcome.supersede', outcome: firm.outcome, meeting: firm.meetingId } as const
  const answer = await ledger(coordinator, { ...fact, by: { outcome: firm.outcome, meeting: firm.meetingId } })
  expect(answer.json).toMatchObject({ status: 409, code: 'conflict', reason: 'supersedesItself' })
})

test('[REG73] registers, threads, files and the calendar tell observers nothing of what is closed to them, nor that it is there', async () => {
  const { world, group, adopted, ledger, get } = await ledgerScene()
  const { coordinator, observer, participant } = group.people
  const firm = await adopted({ title: 'May', startsAt: '2026-01-27' })
  const { hidden, meetingId: meeting } = firm
  const facts = [
    await ledger(coordinator, {
      kind: 'action.progress',
      action: hidden.action,
      meeting,
      status: 'inProgress',
      note: 'SECRET note',
    }),
    await ledger(coordinator, {
      kind: 'outcome.supersede',
      outcome: firm.outcome,
      meeting,
      by: { outcome: hidden.outcome, meeting },
      note: 'SECRET',
    }),
    await ledger(coordinator, { kind: 'outcome.implement', outcome: hidden.outcome, meeting, note: 'SECRET' }),
  ]
  expect(facts.map(({ status }) => status)).toEqual([200, 200, 200])
  const paths = [
    '/outcomes',
    '/actions',
    '/=/outcomes',
    '/=/actions',
    `/threads/outcome/${firm.outcome}`,
    `/threads/action/${firm.action}`,
    '/participation',
    '/exports/outcomes.csv',
    '/exports/actions.csv',
    '/exports/calendar.ics',
  ]
  for (const path of paths) {
    const answer = await get(observer, path)
    expect(`${path} ${answer.status}`).toBe(`${path} 200`)
    expect(answer.raw.replace(/\r\n /g, '')).not.toMatch(new RegExp(`SECRET|${hidden.item}|${hidden.outcome}|${hidden.action}`))
    if (/outcomes|actions|calendar/.test(path))
      expect((await get(participant, path)).raw.length).toBeGreaterThan(answer.raw.length)
  }
  expect((await get(observer, '/outcomes')).json.totals).toMatchObject({ all: 1, superseded: 1 })
  expect((await get(observer, '/actions')).json.totals).toMatchObject({ all: 1, open: 1 })
  const [never, secret] = [
    await get(observer, `/threads/outcome/${newId()}`),
    await get(observer, `/threads/outcome/${hidden.outcome}`),
  ]
  expect([secret.status, secret.raw]).toEqual([404, never.raw])
  expect((await get(coordinator, `/threads/outcome/${hidden.outcome}`)).status).toBe(200)
  expect(world.logged.join('\n')).not.toContain('SECRET')
})

test('[REG74] somebody with a seat in one meeting has the registers of that meeting alone', async () => {
  const { world, group, adopted, ledger, thailand } = await ledgerScene()
  const { coordinator } = group.people
  const [may, june] = [
    await adopted({ title: 'May', startsAt: '2026-01' }),
    await adopted({ title: 'June', startsAt: '2026-02' }),
  ]
  const by = { outcome: june.outcome, meeting: june.meetingId }
  await ledger(coordinator, { kind: 'outcome.supersede', outcome: may.outcome, meeting: may.meetingId, by, note: 'June said so' })
  const body = { role: 'participant', meetingId: may.meetingId, delegationId: thailand }
  const seat = await world.call('POST', `/groups/${group.groupId}/seats`, { as: coordinator.token, body })
  const secret = seat.text('url').split('#')[1]
  const as = (await world.call('POST', '/seats/claim', { body: { secret, name: 'Gus' } })).text('token')
  const rows = (await world.call('GET', `/groups/${group.groupId}/outcomes`, { as })).list('items')
  expect(new Set(rows.map(({ meetingId }) => meetingId))).toEqual(new Set([may.meetingId]))
  expect(rows.find(({ outcome }) => outcome === may.outcome)).toMatchObject({ later: { superseded: { by: null, note: null } } })
  const progress = (where: typeof may) =>
    world.call('POST', `/actions/${where.action}/progress`, { as, body: { status: 'done' } }).then(({ status }) => status)
  expect([await progress(may), await progress(june)]).toEqual([200, 404])
  const command = { kind: 'action.progress', id: newId(), action: june.action, meeting: june.meetingId, status: 'done' }
  expect((await world.call('POST', `/groups/${group.groupId}/commands`, { as, body: command })).code).toBe('notFound')
})

test('[REG75] registers are paged, filtered and counted alike for one group and for all of one’s groups', async () => {
  const { world, group, adopted, ledger, get } = await ledgerScene()
  const { coordinator } = group.people
  const meetings = [await adopted({ title: 'May', startsAt: '2026-01' }), await adopted({ title: 'June', startsAt: '2026-02' })]
  const [may] = meetings
  if (may === undefined) throw new Error('No meeting')
  await ledger(coordinator, { kind: 'action.progress', action: may.action, meeting: may.meetingId, status: 'done' })
  const first = await get(coordinator, '/outcomes?limit=3')
  expect(first.list('items')).toHaveLength(3)
  const rest = await get(coordinator, `/outcomes?limit=3&cursor=${first.text('next')}`)
  expect([rest.list('items').length, rest.json.next, rest.json.totals]).toEqual([1, null, first.json.totals])
  const all = [...first.list('items'), ...rest.list('items')]
  expect(all.map(({ meetingTitle }) => meetingTitle)).toEqual(['June', 'June', 'May', 'May'])
  const everywhere = await get(coordinator, '/=/outcomes')
  expect(everywhere.list('items')).toEqual(all)
  const actions = async (query: string) =>
    (await get(coordinator, `/actions?${query}`)).list('items').map(({ action }: Row) => action)
  expect(await actions('status=done')).toEqual([may.action])
  expect(await actions(`status=open,inProgress&meeting=${may.meetingId}`)).toEqual([may.hidden.action])
  expect((await get(coordinator, '/actions?due=overdue')).json.totals).toMatchObject({ open: 0, overdue: 0 })
  world.clock.advance(40 * 86_400_000)
  expect((await get(coordinator, '/actions')).json.totals).toMatchObject({ all: 4, open: 3, overdue: 3 })
  for (const query of ['status=never', 'surprise=1', 'from=yesterday', 'cursor=x', 'lead=me']) {
    expect(`${query} ${(await get(coordinator, `/actions?${query}`)).code}`).toBe(`${query} invalid`)
  }
  const csv = await get(coordinator, '/exports/actions.csv?status=done')
  const lines = csv.raw.trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('"Status","Status now","Overdue","Last progress","Said by","Said on"')
  expect(lines[1]).toMatch(/"open","done","","",".*Coordinator.*","\d{4}-\d\d-\d\d"$/)
})

test('[REG76] the thread over HTTP tells what a corrigendum mended', async () => {
  const { group, adopted, session, get } = await ledgerScene()
  const { coordinator } = group.people
  const { meetingId, outcome } = await adopted({ title: 'May', startsAt: '2026-01-27' })
  const corrections = [{ part: `outcome:${outcome}` as never, text: 'to raise it in every regional forum' }]
  await session(meetingId, { kind: 'record.correct', corrections, reason: 'A slip' })
  const steps = (await get(coordinator, `/threads/outcome/${outcome}`)).list('steps')
  expect(steps.map(({ kind }) => kind)).toEqual(['recorded', 'adopted', 'corrected'])
  expect(steps[2]).toMatchObject({
    before: 'agreed to raise it in regional fora',
    address: `/m/${meetingId}/record?version=4#${outcome}`,
  })
  for (const path of [`/threads/report/${outcome}`, `/threads/action/${outcome}`, '/threads/outcome/x']) {
    expect((await get(coordinator, path)).status).toBe(404)
  }
})
