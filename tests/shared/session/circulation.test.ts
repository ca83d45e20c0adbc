import { expect, test } from 'vitest'
import { adoptBySilence, changeHead, completeSession, sessionLimits, silenceAdopts } from '../../../shared/session/index.ts'
import { adopted, anong, chair, circulated, dayMs, drafted, hourMs, inMs, nora, out, paragraph, rapporteur } from './room.ts'

const objection = { kind: 'comment.make', part: paragraph, what: 'objection', text: 'Norway cannot join this.' } as const

test('[AFT1] closing the meeting keeps what was recorded as its first version', () => {
  const { state, now } = drafted()
  expect(state.versions).toMatchObject([{ number: 1, kind: 'room', revision: null, at: now, reason: null }])
  expect(state.versions[0]?.actor).toEqual({ role: 'coordinator', name: 'Clara' })
})

test('[AFT2] circulating makes the next revision, fixed under its fingerprint until a deadline of the server’s hour', () => {
  const room = drafted()
  const stated = inMs(room, 2 * dayMs)
  room.must(rapporteur, { kind: 'record.circulate', ...stated, mode: 'silence', reason: 'As agreed in the room' })
  const [, version] = room.state.versions
  expect(version).toMatchObject({ number: 2, kind: 'circulated', revision: 1, reason: 'As agreed in the room' })
  expect(room.state).toMatchObject({
    phase: 'circulated',
    adoption: null,
    circulation: {
      version: 2,
      revision: 1,
      fingerprint: version?.fingerprint,
      at: room.now,
      deadline: Date.parse(stated.deadline),
      timeZone: 'Europe/Zurich',
      mode: 'silence',
      moved: [],
    },
  })
  // A draft from before versions were kept, or one that was never in a room.
  const older = drafted()
  older.state = { ...older.state, versions: [] }
  older.must(rapporteur, { kind: 'record.circulate', ...stated, mode: 'decision' })
  expect(older.state.versions).toMatchObject([{ number: 1, kind: 'circulated', revision: 1 }])
})

test('[AFT3] a deadline lies ahead, by an hour at least where silence adopts and by a year at most, in a time zone that exists', () => {
  const room = drafted()
  const circulate = (ms: number, mode: 'silence' | 'decision', timeZone = 'Asia/Bangkok') =>
    room.fork().press(chair, { kind: 'record.circulate', ...inMs(room, ms), timeZone, mode })
  expect(circulate(0, 'decision')).toBe('deadlineTooSoon')
  expect(circulate(-dayMs, 'decision')).toBe('deadlineTooSoon')
  expect(circulate(1, 'decision')).toBe('ok')
  expect(circulate(hourMs - 1, 'silence')).toBe('deadlineTooSoon')
  expect(circulate(hourMs, 'silence')).toBe('ok')
  expect(circulate(366 * dayMs, 'silence')).toBe('ok')
  expect(circulate(366 * dayMs + 1, 'silence')).toBe('deadlineTooFar')
  expect(circulate(dayMs, 'silence', 'Europe/Atlantis')).toBe('unknownTimeZone')
  const sent = circulated()
  const move = (ms: number) => sent.fork().press(chair, { kind: 'record.setDeadline', ...inMs(sent, ms), reason: 'Holidays' })
  expect(move(hourMs - 1)).toBe('deadlineTooSoon')
  expect(move(367 * dayMs)).toBe('deadlineTooFar')
  expect(move(2 * dayMs)).toBe('noChange')
  expect(move(hourMs)).toBe('ok')
})

test('[AFT4] a deadline is moved both ways, with a reason that is kept, also when the circulation is over', () => {
  const room = circulated()
  room.pass(1_000).must(chair, { kind: 'record.setDeadline', ...inMs(room, 5 * dayMs), reason: 'Holidays' })
  room.pass(1_000).must(chair, { kind: 'record.setDeadline', ...inMs(room, dayMs), reason: 'The report is due' })
  const moved = room.state.circulation?.moved
  expect(moved?.map((one) => one.reason)).toEqual(['Holidays', 'The report is due'])
  expect(moved?.[1]).toMatchObject({ at: room.now, deadline: room.now + dayMs, actor: { role: 'coordinator', name: 'Clara' } })
  expect(room.state.circulation?.deadline).toBe(room.now + dayMs)
  const { version, fingerprint } = room.state.circulation ?? {}
  expect(room.state.versions.at(-1)).toMatchObject({ number: version, fingerprint })
  room.must(chair, { kind: 'record.recall', reason: 'A page was missing' })
  expect(room.state.circulated).toMatchObject([
    { revision: 1, moved, end: 'recalled', endedAt: room.now, endReason: 'A page was missing', endedBy: { name: 'Clara' } },
  ])
  // So many changes over all circulations.
  const again = () => room.press(chair, { kind: 'record.setDeadline', ...inMs(room.pass(1), dayMs), reason: 'Again' })
  for (let change = moved?.length ?? 0; change < sessionLimits.deadlines; change += 1) {
    if (room.state.phase === 'draft') room.must(chair, { kind: 'record.circulate', ...inMs(room, dayMs), mode: 'silence' })
    expect(again()).toBe('ok')
    if (change === 50) room.must(chair, { kind: 'record.recall' })
  }
  expect(again()).toBe('limitReached')
})

test('[AFT5] recalling keeps versions and comments, and circulating again makes the next revision with a deadline of its own', () => {
  const room = circulated()
  room.must(nora, objection)
  const before = room.state
  room.must(rapporteur, { kind: 'record.recall' })
  expect(room.state).toMatchObject({ phase: 'draft', circulation: null, adoption: null })
  expect(room.state.versions).toBe(before.versions)
  expect(room.state.comments).toBe(before.comments)
  room.pass(dayMs).must(chair, { kind: 'record.circulate', ...inMs(room, dayMs), mode: 'decision' })
  expect(room.state.versions.map(({ number, kind, revision }) => [number, kind, revision])).toEqual([
    [1, 'room', null],
    [2, 'circulated', 1],
    [3, 'circulated', 2],
  ])
  expect(room.state.circulation).toMatchObject({ version: 3, revision: 2, deadline: room.now + dayMs })
  // An objection to the first revision that was not taken in stands against the second.
  expect(room.press(chair, { kind: 'record.adopt', seen: out(room) })).toBe('objectionOpen')
})

test('[AFT6] the coordinator adopts the very text that was seen, and none while an objection is open', () => {
  const room = circulated()
  const seen = out(room)
  room.must(chair, { kind: 'record.recall' })
  room.must(chair, { kind: 'record.circulate', ...inMs(room, dayMs), mode: 'silence' })
  expect(room.press(chair, { kind: 'record.adopt', seen })).toBe('otherText')
  const objected = room.must(nora, objection)
  expect(room.press(chair, { kind: 'record.adopt', seen: out(room) })).toBe('objectionOpen')
  room.must(nora, { kind: 'comment.withdraw', comment: objected })
  const fingerprint = out(room)
  room.pass(5).must(chair, { kind: 'record.adopt', seen: fingerprint })
  const actor = { role: 'coordinator', name: 'Clara' }
  expect(room.state).toMatchObject({ phase: 'adopted', circulation: null })
  expect(room.state.adoption).toEqual({ version: 4, fingerprint, at: room.now, how: 'decision', actor })
  expect(room.state.versions.at(-1)).toMatchObject({ number: 4, kind: 'adopted', revision: null, fingerprint, actor })
  expect(room.state.circulated.at(-1)).toMatchObject({ end: 'adopted', endedAt: room.now, endedBy: actor, endReason: null })
})

test('[AFT7] silence adopts from the deadline on, not a millisecond before, by nobody, and as of the deadline however late it is written down', () => {
  const room = circulated()
  const deadline = room.state.circulation?.deadline ?? 0
  const fingerprint = out(room)
  room.now = deadline - 1
  expect(silenceAdopts(room.state, room.here)).toBe(false)
  expect(adoptBySilence(room.state, room.here)).toEqual([])
  room.now = deadline
  expect(silenceAdopts(room.state, room.here)).toBe(true)
  room.now = deadline + 3 * dayMs
  room.happen(adoptBySilence(room.state, room.here))
  expect(room.state.adoption).toEqual({ version: 3, fingerprint, at: deadline, how: 'silence', actor: null })
  expect(room.state.history.at(-1)).toEqual({ phase: 'adopted', at: deadline, actor: { role: null, name: null } })
  expect(room.state.versions.at(-1)).toMatchObject({ kind: 'adopted', at: deadline, actor: null, fingerprint })
  expect(adoptBySilence(room.state, room.here)).toEqual([])
})

test('[AFT8] where the coordinator decides, and in every other phase, silence adopts nothing', () => {
  const decided = circulated('decision')
  decided.pass(400 * dayMs)
  for (const room of [decided, drafted().pass(400 * dayMs), adopted().pass(400 * dayMs)]) {
    expect(silenceAdopts(room.state, room.here)).toBe(false)
    expect(adoptBySilence(room.state, room.here)).toEqual([])
  }
  // The deadline is over and the coordinator can still decide.
  expect(decided.press(chair, { kind: 'record.adopt', seen: out(decided) })).toBe('ok')
})

test('[AFT9] once silence has adopted, nobody objects, recalls, decides or moves the deadline any more, even before it is written down', () => {
  const room = circulated()
  const said = room.must(nora, { ...objection, what: 'comment' })
  room.pass(2 * dayMs)
  const commands = [
    [nora, objection],
    [nora, { kind: 'comment.withdraw', comment: said }],
    [rapporteur, { kind: 'record.recall' }],
    [chair, { kind: 'record.adopt', seen: out(room) }],
    [chair, { kind: 'record.setDeadline', ...inMs(room, dayMs), reason: 'Late' }],
    [rapporteur, { kind: 'comment.answer', comment: said, answer: 'takenIn', word: 'Yes.' }],
  ] as const
  for (const [actor, draft] of commands) expect(room.press(actor, draft), draft.kind).toBe('silenceAdopted')
})

test('[AFT10] an objection open at the deadline stops silence for good, whatever becomes of it later: the coordinator decides, or sets a new deadline', () => {
  const room = circulated()
  const first = room.must(nora, objection)
  const second = room.must(anong, objection)
  room.pass(2 * dayMs)
  expect(silenceAdopts(room.state, room.here)).toBe(false)
  room.must(anong, { kind: 'comment.withdraw', comment: second })
  room.must(nora, { kind: 'comment.withdraw', comment: first })
  expect(room.state.comments.objections).toBe(0)
  room.pass(dayMs)
  expect(silenceAdopts(room.state, room.here)).toBe(false)
  expect(room.fork().press(chair, { kind: 'record.adopt', seen: out(room) })).toBe('ok')
  room.must(chair, { kind: 'record.setDeadline', ...inMs(room, hourMs), reason: 'The objections are gone' })
  expect(silenceAdopts(room.state, room.here)).toBe(false)
  expect(silenceAdopts(room.pass(hourMs).state, room.here)).toBe(true)
})

test('[AFT11] an objection that is withdrawn before the deadline does not stop silence', () => {
  const room = circulated()
  const objected = room.must(nora, objection)
  room.pass(2 * dayMs - 1).must(nora, { kind: 'comment.withdraw', comment: objected })
  expect(silenceAdopts(room.pass(1).state, room.here)).toBe(true)
})

test('[AFT12] a record has at most so many versions, and what is circulated can always be adopted and withdrawn', () => {
  const room = circulated()
  while (room.state.versions.length < sessionLimits.versions) {
    room.must(chair, { kind: 'record.recall' })
    room.must(chair, { kind: 'record.circulate', ...inMs(room, dayMs), mode: 'decision' })
  }
  const full = room.fork()
  full.must(chair, { kind: 'record.recall' })
  expect(full.press(chair, { kind: 'record.circulate', ...inMs(room, dayMs), mode: 'decision' })).toBe('limitReached')
  room.must(chair, { kind: 'record.adopt', seen: out(room) })
  expect(room.press(chair, { kind: 'record.addend', title: 'Later', paragraphs: ['More.'], reason: 'Found' })).toBe(
    'limitReached',
  )
  room.must(chair, { kind: 'record.withdraw', reason: 'Another meeting' })
})

test('[AFT13] a tighter attribution rule takes every name from versions, circulations and adoption', () => {
  const room = circulated()
  room.must(chair, { kind: 'record.setDeadline', ...inMs(room, dayMs), reason: 'Holidays' })
  const open = changeHead(room.state, { attribution: 'delegationType' })
  room.must(chair, { kind: 'record.recall' })
  room.must(chair, { kind: 'record.circulate', ...inMs(room, dayMs), mode: 'silence' })
  room.must(chair, { kind: 'record.adopt', seen: out(room) })
  for (const attribution of ['delegationType', 'none'] as const) {
    const after = changeHead(room.state, { attribution })
    expect(JSON.stringify(after)).not.toContain('Clara')
    expect(after.versions.map((one) => one.actor?.role)).toEqual(room.state.versions.map((one) => one.actor?.role))
    expect(changeHead(after, { attribution: 'named' }).versions).toBe(after.versions)
  }
  expect(JSON.stringify(open)).not.toContain('Clara')
  const unnamed = circulated('silence', 'none')
  expect(JSON.stringify(unnamed.state)).not.toContain('Clara')
  expect(completeSession(room.state)).toEqual(room.state)
})

test('[AFT14] nothing but the circulated text is ever adopted: another fingerprint, or none, breaks the machine and not the record', () => {
  const room = circulated()
  const adopt = { kind: 'record.adopted', how: 'decision', at: room.here, actor: null } as const
  expect(() => room.happen([adopt])).toThrow()
  const line = { number: 3, kind: 'adopted', revision: null, at: room.here, actor: null, reason: null } as const
  expect(() => room.happen([{ kind: 'version.made', line: { ...line, fingerprint: 'e'.repeat(64) } }, adopt])).toThrow()
  room.happen([{ kind: 'version.made', line: { ...line, fingerprint: out(room) } }, adopt])
  expect(room.state.adoption?.version).toBe(3)
})
