import { expect, test } from 'vitest'
import type { Millis } from '../../../shared/base/index.ts'
import { isBeingRead, openBrackets, sessionLimits } from '../../../shared/session/index.ts'
import { id } from '../record/world.ts'
import { anong, bracketed, chair, empty, inSession, other, rapporteur, task, worded } from './room.ts'

test('[SES70] words are locked while they are read out: for as long as reading takes, and ten seconds at least', () => {
  const room = inSession()
  room.must(chair, { kind: 'outcome.readOut', outcome: worded })
  const ends = room.now + 10_000
  expect(room.state.reading).toMatchObject({ outcome: worded, person: chair.person, until: ends })
  expect(isBeingRead(room.state, worded, (ends - 1) as Millis)).toBe(true)
  expect(isBeingRead(room.state, worded, ends as Millis)).toBe(false)
  expect(isBeingRead(room.state, other, room.here)).toBe(false)
})

test('[SES71] nothing is read out that is empty, in brackets, agreed already, or while somebody else reads', () => {
  const room = inSession()
  expect(room.press(chair, { kind: 'outcome.readOut', outcome: empty })).toBe('emptyText')
  expect(room.press(chair, { kind: 'outcome.readOut', outcome: bracketed })).toBe('openBrackets')
  expect(room.press(chair, { kind: 'outcome.readOut', outcome: id(7) })).toBe('unknownOutcome')
  room.must(chair, { kind: 'outcome.readOut', outcome: worded })
  expect(room.press(rapporteur, { kind: 'outcome.readOut', outcome: other })).toBe('beingRead')
  // One's own reading can be begun anew or turned to something else; another's only when its time is over.
  room.must(chair, { kind: 'outcome.readOut', outcome: other })
  room.pass(10_000).must(rapporteur, { kind: 'outcome.readOut', outcome: worded })
  expect(openBrackets('a [b] c [d')).toBe(2)
  expect(openBrackets('a]')).toBe(1)
  expect(openBrackets('')).toBe(0)
})

test('[SES72] the room agrees only to what is being read out; any officer may say so, and it is kept who and when', () => {
  const room = inSession()
  expect(room.press(chair, { kind: 'outcome.agree', outcome: worded })).toBe('notBeingRead')
  room.must(chair, { kind: 'outcome.readOut', outcome: worded })
  expect(room.press(rapporteur, { kind: 'outcome.agree', outcome: other })).toBe('notBeingRead')
  room.pass(3_000).must(rapporteur, { kind: 'outcome.agree', outcome: worded })
  expect(room.state.reading).toBeNull()
  expect(room.state.standings[worded]).toBe('agreed')
  expect(room.state.fixings[worded]).toEqual([{ standing: 'agreed', at: room.now, actor: { role: 'rapporteur', name: 'Ruth' } }])
  expect(room.press(chair, { kind: 'outcome.readOut', outcome: worded })).toBe('alreadyAgreed')
})

test('[SES73] what is agreed can only be put back to proposed, and every change of standing is kept', () => {
  const room = inSession('none')
  room.must(chair, { kind: 'outcome.readOut', outcome: worded })
  room.must(chair, { kind: 'outcome.agree', outcome: worded })
  for (const standing of ['bracketed', 'coordinatorView', 'noAgreement', 'deferred'] as const) {
    expect(room.press(chair, { kind: 'outcome.setStanding', outcome: worded, standing })).toBe('alreadyAgreed')
  }
  room.must(rapporteur, { kind: 'outcome.setStanding', outcome: worded, standing: 'proposed' })
  room.must(rapporteur, { kind: 'outcome.setStanding', outcome: worded, standing: 'deferred' })
  expect(room.state.fixings[worded]?.map(({ standing, actor }) => [standing, actor.role, actor.name])).toEqual([
    ['agreed', 'coordinator', null],
    ['proposed', 'rapporteur', null],
    ['deferred', 'rapporteur', null],
  ])
  expect(room.press(anong, { kind: 'outcome.setStanding', outcome: worded, standing: 'proposed' })).toBe('forbidden')
})

test('[SES74] a standing that the source does not say can be stated; setting one ends the reading of that outcome alone', () => {
  const room = inSession()
  room.state = { ...room.state, standings: { [other]: null } }
  room.must(chair, { kind: 'outcome.readOut', outcome: worded })
  room.must(rapporteur, { kind: 'outcome.setStanding', outcome: other, standing: 'proposed' })
  expect(room.state.reading?.outcome).toBe(worded)
  room.must(rapporteur, { kind: 'outcome.setStanding', outcome: worded, standing: 'bracketed' })
  expect(room.state.reading).toBeNull()
})

test('[SES75] an action’s status and what the projector shows are set for what stands in the record alone', () => {
  const room = inSession()
  room.must(anong, { kind: 'action.setStatus', action: task, status: 'done' })
  expect(room.state.statuses[task]).toBe('done')
  expect(room.press(anong, { kind: 'action.setStatus', action: id(7), status: 'done' })).toBe('unknownAction')
  room.must(chair, { kind: 'outcome.show', outcome: worded })
  expect(room.state.shown).toBe(worded)
  expect(room.press(chair, { kind: 'outcome.show', outcome: id(7) })).toBe('unknownOutcome')
  room.must(chair, { kind: 'outcome.show', outcome: null })
  expect(room.state.shown).toBeNull()
})

test('[SES76] changes of standing and of phase have a bound, and a meeting at its bound can still be closed', () => {
  const room = inSession()
  const fixing = { standing: 'proposed', at: room.here, actor: { role: null, name: null } } as const
  const before = room.state
  room.state = { ...before, fixings: { [other]: new Array(sessionLimits.fixings).fill(fixing) } }
  expect(room.press(chair, { kind: 'outcome.setStanding', outcome: worded, standing: 'deferred' })).toBe('limitReached')
  room.state = before
  while (room.press(chair, { kind: 'meeting.suspend' }) === 'ok') room.must(chair, { kind: 'meeting.resume' })
  expect(room.press(chair, { kind: 'meeting.suspend' })).toBe('limitReached')
  room.must(chair, { kind: 'meeting.close' })
  expect(room.state.history.length).toBeLessThanOrEqual(sessionLimits.history)
})
