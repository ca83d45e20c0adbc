import { expect, test } from 'vitest'
import { isOver, minutesOver, usedMinutes } from '../../../client/features/agenda/usedMinutes.ts'
import { withoutBracketed, withoutBrackets } from '../../../client/features/outcomes/brackets.ts'
import { fc } from '../../support/chance.ts'

test('[IT9] brackets are removed with their words or without them, and leave a sentence behind', () => {
  const text = 'to expand into [appropriate] fora where this work [has] [not] stood[, if any].'
  expect(withoutBrackets(text)).toBe('to expand into appropriate fora where this work has not stood, if any.')
  expect(withoutBracketed(text)).toBe('to expand into fora where this work stood.')
  expect(withoutBracketed('[all [of it] goes] and this stays')).toBe('and this stays')
  expect(withoutBracketed('[one] two [three]')).toBe('two')
  expect(withoutBracketed('a lone [ bracket')).toBe('a lone bracket')
  expect(withoutBracketed('[everything]')).toBe('')
})

test('[IT9] after either way no bracket is left, and without brackets no letter changes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('[', ']', ' ', 'a', '.', 'ب') }), (text) => {
      expect(withoutBrackets(text)).not.toMatch(/[[\]]/)
      expect(withoutBracketed(text)).not.toMatch(/[[\]]/)
      expect(withoutBrackets(text).replaceAll(' ', '')).toBe(text.replaceAll(/[[\] ]/g, ''))
    }),
  )
})

test('[IT10] minutes used are counted as soon as they begin, and more than planned shows as more', () => {
  expect([0, 1_000, 60_000, 60_400, 61_000, 580_000].map(usedMinutes)).toEqual([0, 1, 1, 1, 2, 10])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 100 * 60_000 }), (minutes, ms) => {
      expect(usedMinutes(ms) > minutes).toBe(isOver(ms, minutes * 60_000))
    }),
  )
  expect(isOver(9_999_999, null)).toBe(false)
  expect([59_999, 60_999, 61_000, 179_000, 180_000].map((ms) => minutesOver(ms, 60_000))).toEqual([null, null, 0, 1, 2])
  expect(minutesOver(9_999_999, null)).toBeNull()
})
