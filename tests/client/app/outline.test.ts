import { expect, test } from 'vitest'
import { anchorOf, headingMark, outlineOf } from '../../../client/features/record/outline.ts'
import type { ItemId, QualifierId } from '../../../shared/base/index.ts'
import { paperOf } from '../../../shared/record/index.ts'
import { item, outcome, record, words } from '../features/paperWorld.ts'

const paper = (parts: Parameters<typeof record>[0]) =>
  paperOf(record(parts), 'Group', () => ({ name: 'Canada', code: 'CAN' })).parts

test('[UI13] paragraphs are numbered through the whole: notes, outcomes, what qualifies them', () => {
  const qualifier = { id: 'q' as QualifierId, order: 'a', kind: 'noted', text: [words('Not all')] }
  const outline = outlineOf(
    paper({
      items: [item('a', { notes: [words('One'), words(''), words('Two')] }), item('b')],
      outcomes: [outcome('x', 'a', { qualifiers: [qualifier] }), outcome('y', 'b')],
    }),
  )
  const numbers = outline.sections.map((section) => section.paragraphs.map(({ number, kind }) => `${number} ${kind}`))
  expect(numbers).toEqual([['1 note', '2 note', '3 outcome', '4 qualifier'], ['5 outcome']])
})

test('[UI13] what was removed is not on the paper and takes no number', () => {
  const outline = outlineOf(
    paper({
      items: [item('a', { removed: true, notes: [words('Gone')] }), item('b')],
      outcomes: [outcome('x', 'a'), outcome('y', 'b', { removed: true }), outcome('z', 'b')],
    }),
  )
  expect(outline.sections.map((section) => section.item.item)).toEqual(['b' as ItemId])
  expect(outline.sections[0]?.paragraphs.map(({ number }) => number)).toEqual(['1'])
})

test('[AFU2] parts that a reader may not see leave a mark where they stand, and nothing else', () => {
  const [first, ...rest] = paper({ items: [item('a', { notes: [words('One')] }), item('b')], outcomes: [] })
  const outline = outlineOf([null, ...(first === undefined ? [] : [first]), null, ...rest.slice(1)])
  expect(outline.hidesFirst).toBe(true)
  expect(outline.sections.map(({ hidesAfter, paragraphs }) => [hidesAfter, paragraphs.length])).toEqual([
    [true, 0],
    [false, 0],
  ])
})

test('[AFU2] what an addendum added stands after actions and attendance', () => {
  const parts = paper({ items: [item('a')], outcomes: [] })
  const [section] = parts
  if (section?.kind !== 'item') throw new Error('An item comes first')
  const attendance = { kind: 'attendance', key: 'attendance', item: null, number: null, entries: [], lines: [] } as const
  const outline = outlineOf([section, attendance, { ...section, key: 'item:added' }])
  expect(outline.sections.map((one) => one.item.key)).toEqual(['item:a'])
  expect(outline.added.map((one) => one.item.key)).toEqual(['item:added'])
})

test('[AFU3] the address of a paragraph is its number, with a word between numbers: p7bis', () => {
  expect(['7', '7 bis', 'A3', '0 ter'].map(anchorOf)).toEqual(['p7', 'p7bis', 'pA3', 'p0ter'])
})

test('[UI13] sections are told apart from paragraphs by Roman figures, where the script has them', () => {
  expect(['1', '4', '9', '14', '4.2'].map((number) => headingMark(number, 'en'))).toEqual(['I.', 'IV.', 'IX.', 'XIV.', 'IV.2.'])
  expect(headingMark('4', 'ar')).toBe('4.')
  expect(headingMark('4 bis', 'en')).toBe('IV bis.')
  expect(headingMark(null, 'en')).toBe('')
})
