import { expect, test } from 'vitest'
import { recordExports, registerExports } from '../../../../server/exports/index.ts'
import { claimSeat } from '../../../../server/meetings/index.ts'
import { allOf, everyName, openPdf } from '../../../support/exports/readBack.ts'
import { type GroupWorld, type HttpWorld, httpWorld } from '../../../support/http/httpWorld.ts'
import { must } from '../../../support/storageSamples.ts'

const secret = 'Xyzzyplugh'

interface Fetched {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

async function fetched(world: HttpWorld, path: string, token: string | null, method = 'GET'): Promise<Fetched> {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${world.url}/api${path}`, { method, headers })
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}

function pathOf(name: string, { groupId, meetingId }: Pick<GroupWorld, 'groupId' | 'meetingId'>): string {
  const isRegister = (registerExports as readonly string[]).includes(name)
  return isRegister ? `/groups/${groupId}/exports/${name}` : `/meetings/${meetingId}/exports/${name}`
}

/** The sample group of an administrator. */
async function sample(world: HttpWorld) {
  const { token } = await world.account('Ada', { administrator: true })
  const answer = await world.call('POST', '/sample', { as: token })
  const [meetingId = ''] = answer.json.meetingIds as string[] // the answer fits its schema
  return { token, groupId: answer.text('groupId'), meetingId }
}

test('[EXP90] documents go out with their type and name and stay in no cache; pages are shown, all else is downloaded', async () => {
  const world = await httpWorld()
  const place = await sample(world)
  const types: Readonly<Record<string, string>> = {
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    pdf: 'application/pdf',
    html: 'text/html; charset=utf-8',
    md: 'text/markdown; charset=utf-8',
    json: 'application/json; charset=utf-8',
    ics: 'text/calendar; charset=utf-8; method=PUBLISH',
    csv: 'text/csv; charset=utf-8; header=present',
  }
  for (const name of everyName) {
    const { status, headers, bytes } = await fetched(world, pathOf(name, place), place.token)
    expect([name, status]).toEqual([name, 200])
    const ending = name.split('.').at(-1) ?? ''
    expect(headers.get('content-type')).toBe(types[ending])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const disposition = headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(ending === 'html' ? /^inline; / : /^attachment; /)
    expect(disposition).toContain(`Universalization Contact Group - ${name}"`)
    const policy = headers.get('content-security-policy') ?? ''
    if (ending === 'html')
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      )
    else expect(policy).toContain("default-src 'self'")
    const head = await fetched(world, pathOf(name, place), place.token, 'HEAD')
    expect([head.status, head.bytes.length]).toEqual([200, 0])
    expect(bytes.length).toBeGreaterThan(100)
  }
})

test('[EXP91] a name that is no document is not there, for meetings and groups', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  const names = [
    'record',
    'record.exe',
    'outcomes.csv',
    'RECORD.PDF',
    '__proto__',
    'constructor',
    '..%2Frecord.md',
    'report.exe',
    'corrigendum.json',
    'record.md%00',
  ]
  for (const name of names)
    expect((await world.call('GET', `/meetings/${group.meetingId}/exports/${name}`, { as })).code).toBe('notFound')
  for (const name of ['record.md', 'outcomes.pdf', 'toString']) {
    expect((await world.call('GET', `/groups/${group.groupId}/exports/${name}`, { as })).code).toBe('notFound')
  }
})

test('[EXP92] an observer’s documents and registers hold nothing of what is closed to observers', async () => {
  const world = await httpWorld()
  const { groupId, meetingId, token } = await sample(world)
  const seat = async (role: string) => {
    const made = await world.call('POST', `/groups/${groupId}/seats`, { as: token, body: { role } })
    const code = made.text('url').split('#')[1] ?? ''
    const claimed = must(await claimSeat(world.at, { kind: 'stranger' }, { secret: code, name: role }))
    return claimed.token
  }
  const observer = await seat('observer')
  const stored = must(await world.at.rooms.readRecord(meetingId as never)) // the server's own answer gave the id
  const [first, second] = stored.items
  const outcome = stored.outcomes.find((one) => one.item === first?.id)
  const hidden =
    outcome?.text
      .flatMap((block) => ('runs' in block ? block.runs.map((run) => run.text) : []))
      .join('')
      .slice(0, 20) ?? ''
  const open = second?.title.flatMap((block) => ('runs' in block ? block.runs.map((run) => run.text) : [])).join('') ?? ''
  expect(hidden.length).toBe(20)
  const close = async (body: object) => {
    const answer = await world.call('POST', `/meetings/${meetingId}/commands`, {
      as: token,
      body: { id: world.at.newId(), ...body },
    })
    expect([answer.status, answer.raw]).toEqual([200, answer.raw])
  }
  await close({ kind: 'item.closeToObservers', item: first?.id, closed: true })
  for (const name of everyName) {
    const seen = await fetched(world, pathOf(name, { groupId, meetingId }), observer)
    expect([name, seen.status]).toEqual([name, 200])
    expect((await allOf(name, seen.bytes)).includes(hidden), name).toBe(false)
  }
  const whole = await fetched(world, pathOf('record.md', { groupId, meetingId }), token)
  expect(new TextDecoder().decode(whole.bytes)).toContain(hidden)
  const part = await fetched(world, pathOf('record.md', { groupId, meetingId }), observer)
  expect(new TextDecoder().decode(part.bytes)).toContain(open)
})

test('[EXP93] a register holds the meetings that the caller may read: all of the group, or the one of their seat', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  const body = { title: `${secret} second`, startsAt: '2026-05-04' }
  const second = await world.call('POST', `/groups/${group.groupId}/meetings`, { as, body })
  const own = { title: 'Mine', startsAt: '2026-05-05' }
  const third = await world.call('POST', `/groups/${group.groupId}/meetings`, { as, body: own })
  expect([second.status, third.status]).toEqual([201, 201])
  const seat = await world.call('POST', `/groups/${group.groupId}/seats`, {
    as,
    body: { role: 'observer', meetingId: third.text('meetingId') },
  })
  const guest = must(
    await claimSeat(world.at, { kind: 'stranger' }, { secret: seat.text('url').split('#')[1] ?? '', name: 'Guest' }),
  )
  const all = new TextDecoder().decode((await fetched(world, `/groups/${group.groupId}/exports/calendar.ics`, as)).bytes)
  expect(all).toContain(`SUMMARY:${secret} second`)
  expect(all).toContain('SUMMARY:Mine')
  const one = new TextDecoder().decode((await fetched(world, `/groups/${group.groupId}/exports/calendar.ics`, guest.token)).bytes)
  expect(one).not.toContain(secret)
  expect(one).toContain('SUMMARY:Mine')
})

test('[EXP94] the schema of the JSON stands at its address', async () => {
  const world = await httpWorld()
  const schema = await world.call('GET', '/schemas/record.json')
  expect([schema.status, schema.headers.get('content-type')]).toEqual([200, 'application/schema+json; charset=utf-8'])
  expect(schema.json).toMatchObject({ $id: `${world.url}/api/schemas/record.json`, title: 'A record of a meeting' })
  const place = await sample(world)
  const { recordExportSchema } = await import('../../../../server/exports/json/recordSchema.ts')
  const { bytes } = await fetched(world, pathOf('record.json', place), place.token)
  expect(recordExportSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).record.outcomes.length).toBe(6)
})

test('[EXP95] the sample record comes out in every format, with its six outcomes and what its source leaves open', async () => {
  const world = await httpWorld()
  const place = await sample(world)
  const note = await openPdf((await fetched(world, pathOf('follow-up.pdf', place), place.token)).bytes)
  expect(note.numPages).toBe(1)
  for (const name of recordExports.filter((one) => /^record\.(docx|pdf|html|md)$/.test(one))) {
    const { bytes } = await fetched(world, pathOf(name, place), place.token)
    const text = (await allOf(name, bytes)).replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
    for (const words of [
      'Due regard, and action',
      'likely to ratify or accede',
      'About 25 states',
      'multilateral and regional fora',
      'work in partnership',
      'military-to-military dialogue',
    ]) {
      expect(text, name).toContain(words)
    }
    for (const words of [
      'View of the Coordinator:',
      'standing not stated',
      'Date not stated',
      'place not stated',
      'over 20',
      'at least 145',
      'Basis: implied',
      'not stated',
    ]) {
      expect(text, name).toContain(words)
    }
  }
})
