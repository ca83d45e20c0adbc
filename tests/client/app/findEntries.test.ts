import { expect, test } from 'vitest'
import { type Findable, findEntries } from '../../../client/app/live/findEntries.ts'
import { fc } from '../../support/chance.ts'

const entry = (words: string, number: string | null = null): Findable => ({ words, number })
const found = (entries: readonly Findable[], question: string, locale = 'en') =>
  findEntries(entries, question, locale).map((one) => one.entry.words)
const bold = (words: string, question: string, locale = 'en') => {
  const [first] = findEntries([entry(words)], question, locale)
  return first?.marks.map(([from, to]) => words.slice(from, to)) ?? null
}

test('[KEY9] words are found without regard to case, accents and the vowel signs and forms of Arabic letters', () => {
  expect(bold('Dépôt des instruments', 'DEPOT')).toEqual(['Dépôt'])
  expect(bold('Große Fragen', 'grosse')).toEqual(['Große'])
  expect(bold('Straße', 'strasse')).toEqual(['Straße'])
  expect(bold('اعتماد جدول الأعمال', 'الاعمال', 'ar')).toEqual(['الأعمال'])
  expect(bold('مُنَسِّق الفريق', 'منسق', 'ar')).toEqual(['مُنَسِّق'])
  expect(bold('المساعدة', 'المساعده', 'ar')).toEqual(['المساعدة'])
})

test('[KEY10] a language without blanks is searched by its words, and any part of a word is found', () => {
  expect(bold('关于杀伤人员地雷的公约', '地雷', 'zh')).toEqual(['地雷'])
  expect(found([entry('杀伤人员地雷'), entry('其他事项')], '地雷人员', 'zh')).toEqual(['杀伤人员地雷'])
  expect(bold('Universalization', 'versal')).toEqual(['versal'])
})

test('[KEY11] every word of the question is there; what begins with it comes first, then words that do, and a number stands for its own', () => {
  const entries = [
    entry('The agenda', '1'),
    entry('Preregional talks', '2'),
    entry('Using regional fora', '4'),
    entry('Regional meetings', 'A4'),
    entry('Fora and so on', '4.2'),
  ]
  expect(found(entries, 'regional')).toEqual(['Regional meetings', 'Using regional fora', 'Preregional talks'])
  expect(found(entries, 'fora reg')).toEqual(['Using regional fora'])
  expect(found(entries, '4')).toEqual(['Using regional fora', 'Fora and so on'])
  expect(found(entries, 'a4')).toEqual(['Regional meetings'])
  expect(found(entries, 'nothing like it')).toEqual([])
  expect(found(entries, '  ')).toHaveLength(entries.length)
})

test('[KEY12] the letters in bold are letters of the words, in order and apart, whatever is asked', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      (words, question) => {
        for (const { marks } of findEntries([entry(words)], question, 'en')) {
          let last = -1
          for (const [from, to] of marks) {
            expect(from).toBeGreaterThan(last)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(words.length)
            last = to
          }
        }
      },
    ),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('ab', 'Ça', 'мир', 'سلام', 'x1'), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      (parts, at) => {
        const words = parts.join(' ')
        expect(bold(words, parts[at % parts.length] ?? '')).not.toBeNull()
      },
    ),
  )
})
