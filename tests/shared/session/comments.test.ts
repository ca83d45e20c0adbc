import { expect, test } from 'vitest'
import type { CommandId } from '../../../shared/base/index.ts'
import {
  type CommandDraft,
  countComments,
  isOpenObjection,
  type RecordComment,
  sessionCommandSchema,
  sessionLimits,
  withoutAuthor,
} from '../../../shared/session/index.ts'
import {
  adopted,
  anong,
  campaign,
  chair,
  circulated,
  dayMs,
  inMs,
  listed,
  niran,
  nora,
  olga,
  out,
  paragraph,
  type Room,
  rapporteur,
  someone,
  withId,
} from './room.ts'

type Make = Extract<CommandDraft, { kind: 'comment.make' }>

const say = (what: Make['what'], more: Partial<Make> = {}): Make => ({
  kind: 'comment.make',
  part: paragraph,
  what,
  text: 'It was said otherwise.',
  ...more,
})
const answer = (comment: CommandId, how: 'takenIn' | 'takenInPart' | 'notTaken', word = 'Noted.') =>
  ({ kind: 'comment.answer', comment, answer: how, word }) as const

function of(room: Room, comment: CommandId): RecordComment {
  const found = room.comments.get(comment)
  if (found === undefined) throw new Error('No such comment')
  return found
}

test('[AFT20] a comment is about one part of the last version, with its number, the words that stood there and the words proposed', () => {
  const room = circulated()
  const made = room.must(nora, say('correction', { suggestion: 'recognised that all States\nshould join' }))
  expect(of(room, made)).toEqual({
    id: made,
    version: 2,
    part: paragraph,
    number: '1',
    what: 'correction',
    text: 'It was said otherwise.',
    before: 'recognised that all States should join',
    suggestion: 'recognised that all States\nshould join',
    author: { delegation: nora.delegation?.id, name: 'Norway', code: 'NOR', type: 'state' },
    person: nora.person,
    at: room.now,
    answer: null,
    withdrawnAt: null,
  })
  expect(of(room, room.must(nora, say('comment')))).toMatchObject({ before: null, suggestion: null })
  expect(room.must(nora, say('comment', { part: listed }))).toBeTypeOf('string')
  expect(room.press(nora, say('comment', { part: 'outcome:gone' }))).toBe('unknownPart')
  expect(room.press(nora, say('correction', { suggestion: ' recognised that all States should join' }))).toBe('sameWords')
  // After adoption it is about the text that stands then.
  const firm = adopted()
  expect(of(firm, firm.must(nora, say('correction'))).version).toBe(3)
  expect(firm.press(nora, say('objection'))).toBe('isAdopted')
})

test('[AFT21] a comment says who made it only as far as the attribution rule lets it be kept', () => {
  const authorOf = (attribution: 'named' | 'delegationType' | 'none', who = nora) => {
    const room = circulated('silence', attribution)
    return of(room, room.must(who, say('comment'))).author
  }
  const nameless = someone('participant', 'Nina')
  expect(authorOf('named')).toMatchObject({ name: 'Norway', code: 'NOR' })
  expect(authorOf('named', nameless)).toEqual({ delegation: null, name: 'Nina', code: null, type: null })
  expect(authorOf('delegationType')).toEqual({ delegation: null, name: null, code: null, type: 'state' })
  expect(authorOf('delegationType', nameless)).toBeNull()
  expect(authorOf('none')).toBeNull()
})

test('[AFT22] a tighter rule takes from a comment what it forbids, a looser one brings nothing back', () => {
  const room = circulated()
  const made = room.must(nora, say('comment'))
  const lone = room.must(someone('participant', 'Nina'), say('comment'))
  room.must(rapporteur, answer(made, 'notTaken'))
  const named = of(room, made)
  const typed = withoutAuthor(named, 'delegationType')
  expect(typed).toMatchObject({ author: { delegation: null, name: null, code: null, type: 'state' } })
  expect(typed.answer?.actor).toEqual({ role: 'rapporteur', name: null })
  expect(withoutAuthor(named, 'none').author).toBeNull()
  expect(withoutAuthor(of(room, lone), 'delegationType').author).toBeNull()
  expect(JSON.stringify(withoutAuthor(named, 'none'))).not.toMatch(/Norway|NOR|Ruth/)
  expect(withoutAuthor(named, 'named')).toBe(named)
  for (const rule of ['named', 'delegationType'] as const) expect(withoutAuthor(typed, rule)).toBe(typed)
})

test('[AFT23] a comment is taken back once, by its author or by the author’s delegation, and by nobody else', () => {
  const room = circulated()
  const made = room.must(anong, say('objection'))
  for (const who of [nora, chair, rapporteur, someone('participant', 'Anong')]) {
    const expected = who.person === anong.person ? 'ok' : 'notYourComment'
    expect(room.fork().press(who, { kind: 'comment.withdraw', comment: made })).toBe(expected)
  }
  // Whoever objected may have left; their delegation is still there.
  expect(room.fork().press(niran, { kind: 'comment.withdraw', comment: made })).toBe('ok')
  room.pass(5).must(anong, { kind: 'comment.withdraw', comment: made })
  expect(of(room, made).withdrawnAt).toBe(room.now)
  expect(room.press(anong, { kind: 'comment.withdraw', comment: made })).toBe('noChange')
  expect(room.press(rapporteur, answer(made, 'notTaken'))).toBe('commentWithdrawn')
  expect(room.press(olga, { kind: 'comment.withdraw', comment: made })).toBe('forbidden')
  // Where no delegation is kept with it, only the person can.
  const unnamed = circulated('silence', 'delegationType')
  const kept = unnamed.must(anong, say('objection'))
  expect(unnamed.press(niran, { kind: 'comment.withdraw', comment: kept })).toBe('notYourComment')
  expect(unnamed.press(anong, { kind: 'comment.withdraw', comment: kept })).toBe('ok')
})

test('[AFT24] a comment is answered with a word why; what is taken in brings a circulated record back to draft in the same step', () => {
  for (const how of ['takenIn', 'takenInPart', 'notTaken'] as const) {
    const room = circulated()
    const made = room.must(nora, say('correction', { suggestion: 'Other words' }))
    room.pass(7).must(rapporteur, answer(made, how, 'So it was said.'))
    const actor = { role: 'rapporteur', name: 'Ruth' }
    expect(of(room, made).answer).toEqual({ answer: how, word: 'So it was said.', at: room.now, actor })
    expect(room.state.phase).toBe(how === 'notTaken' ? 'circulated' : 'draft')
    expect(room.state.circulation === null).toBe(how !== 'notTaken')
    if (how !== 'notTaken') expect(room.state.circulated).toMatchObject([{ end: 'recalled', endReason: null }])
    expect(room.state.comments).toEqual({ total: 1, unanswered: 0, objections: 0 })
    // The session is everybody's: observers, who read no comment, find no word of one in it.
    expect(JSON.stringify(room.state)).not.toMatch(/So it was said|It was said otherwise|Other words/)
  }
})

test('[AFT25] an answer can be changed until the record is adopted; from then on it stands', () => {
  const room = circulated('decision')
  const made = room.must(nora, say('comment'))
  const late = room.must(nora, say('comment'))
  room.must(rapporteur, answer(made, 'notTaken', 'No.'))
  expect(room.press(rapporteur, answer(made, 'notTaken', 'No.'))).toBe('noChange')
  room.must(rapporteur, answer(made, 'notTaken', 'Not in this record.'))
  room.must(chair, { kind: 'record.adopt', seen: out(room) })
  expect(room.press(rapporteur, answer(made, 'takenIn'))).toBe('alreadyAnswered')
  room.must(rapporteur, answer(late, 'takenIn', 'For a corrigendum.'))
  expect(room.state).toMatchObject({ phase: 'adopted', comments: { total: 2, unanswered: 0, objections: 0 } })
})

test('[AFT26] an objection is closed by its withdrawal or by being taken in as a whole, and by nothing else', () => {
  const room = circulated()
  const made = room.must(nora, say('objection'))
  const stop = () => isOpenObjection(of(room, made))
  room.must(rapporteur, answer(made, 'notTaken'))
  expect([stop(), room.state.comments.objections]).toEqual([true, 1])
  room.must(rapporteur, answer(made, 'takenInPart'))
  expect([stop(), room.state.comments.objections, room.state.phase]).toEqual([true, 1, 'draft'])
  // In the draft, where the words are mended, the answer can say that all of it is in.
  const withdrawn = room.fork()
  withdrawn.must(nora, { kind: 'comment.withdraw', comment: made })
  expect(withdrawn.state.comments).toEqual({ total: 1, unanswered: 0, objections: 0 })
  room.must(rapporteur, answer(made, 'takenIn'))
  expect([stop(), room.state.comments.objections]).toEqual([false, 0])
  room.must(chair, { kind: 'record.circulate', ...inMs(room, dayMs), mode: 'silence' })
  expect(room.press(chair, { kind: 'record.adopt', seen: out(room) })).toBe('ok')
})

test('[AFT27] a record takes so many comments and no more, withdrawn ones counted', () => {
  const room = circulated()
  const { comments } = room.state
  room.state = { ...room.state, comments: { ...comments, total: sessionLimits.comments - 1 } }
  const last = room.must(nora, say('comment'))
  room.must(nora, { kind: 'comment.withdraw', comment: last })
  expect(room.press(nora, say('comment'))).toBe('limitReached')
})

test('[AFT28] observers make no comment, and nobody comments before there is a circulated text', () => {
  for (const what of ['comment', 'correction', 'objection'] as const) {
    const room = circulated()
    expect(room.press(someone('observer', 'Olga', campaign), say(what))).toBe('forbidden')
    room.must(chair, { kind: 'record.recall' })
    expect(room.press(nora, say(what))).toBe('isDraft')
  }
})

test('[AFT29] counts are those of the comments themselves', () => {
  const room = circulated()
  room.must(nora, say('comment'))
  const second = room.must(anong, say('objection'))
  const third = room.must(nora, say('objection'))
  room.must(rapporteur, answer(second, 'notTaken'))
  room.must(nora, { kind: 'comment.withdraw', comment: third })
  expect(room.state.comments).toEqual({ total: 3, unanswered: 1, objections: 1 })
  expect(countComments([...room.comments.values()])).toEqual(room.state.comments)
})

test('[AFT30] words of a comment may run over lines and hold every script, and no control characters', () => {
  const fits = (text: string) => sessionCommandSchema.safeParse(withId(say('comment', { text }), 1)).success
  expect(fits('Première ligne\nالسطر الثاني\n第三行')).toBe(true)
  for (const text of ['', '  ', 'a\u0000b', 'a\u202eb', '\ud800', 'x'.repeat(4_001)]) expect(fits(text)).toBe(false)
})
