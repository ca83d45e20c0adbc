import { expect, test } from 'vitest'
import { findNames } from '../../../client/features/notes/findNames.ts'

const names = ['Canada CAN', 'Côte d’Ivoire CIV', 'South Africa ZAF', 'Thailand THA', 'تايلند THA'].map((line, place) => ({
  id: String(place),
  label: line.slice(0, -4),
  hint: line.slice(-3),
}))
const found = (typed: string) => findNames(names, typed).map((name) => name.label)

test('[IT19] a delegation is found by the beginning of its name, of a word in it, or of its code, without accents or capitals', () => {
  expect(found('cote')).toEqual(['Côte d’Ivoire'])
  expect(found('Afr')).toEqual(['South Africa'])
  expect(found('zaf')).toEqual(['South Africa'])
  expect(found('تاي')).toEqual(['تايلند'])
  expect(found('ailand')).toEqual([])
  expect(found('')).toHaveLength(5)
})
