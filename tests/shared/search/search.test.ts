import { describe, expect, test } from 'vitest'
import { findHits, foldWord, markHits, parseQuery, type SearchQuery, snippetOf, wordsOf } from '../../../shared/search/index.ts'
import { fc } from '../../support/chance.ts'

const parsed = (typed: string): SearchQuery => {
  const result = parseQuery(typed)
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
const found = (text: string, typed: string) => {
  const hits = findHits(text, parsed(typed).terms)
  return hits.map(({ start, end }) => text.slice(start, end))
}
const forms = (typed: string) => parsed(typed).terms.map(({ places }) => places.map((place) => place.forms[0]).join('+'))

describe('words', () => {
  test.each([
    ['Évian', 'evian'],
    ['ＦＵＬＬ', 'full'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['Ἀθήνας', 'αθηνασ'],
    ['Йод', 'иод'],
    ['الألـغام', 'الغام'.replace('ال', '')],
    ['أَلْغام', 'غام'],
    ['مكتبة', 'مكتبه'],
    ['مصطفى', 'مصطفي'],
    ['٢٠٠٢', '2002'],
    ['so\u00adft', 'soft'],
  ])('[SEA1] %s is compared as %s', (typed, folded) => {
    expect(foldWord(typed)).toBe(folded)
  })

  test('[SEA1] a word with its Arabic article and without it are one, as are two spellings that look alike', () => {
    for (const [one, other] of [
      ['الألغام', 'ألغام'],
      ['والناجين', 'ناجين'],
      ['الالتزام', 'التزام'],
      ['الدولة', 'دوله'],
    ]) {
      expect(foldWord(one ?? '')).toBe(foldWord(other ?? ''))
    }
  })

  test('[SEA2] every word of a text stands at its own place, whatever the script', () => {
    const text = "L'accord de Genève — 反步兵地雷 في جنيف, 16 сентября"
    const words = wordsOf(text)
    expect(words.map(({ term }) => term)).toEqual([
      'l',
      'accord',
      'de',
      'geneve',
      '反',
      '步',
      '兵',
      '地',
      '雷',
      'في',
      'جنيف',
      '16',
      'сентября',
    ])
    for (const { start, end, term } of words) expect(foldWord(text.slice(start, end))).toBe(term)
  })

  test('[SEA2] places never overlap and never leave the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let last = 0
        for (const { start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('queries', () => {
  test('[SEA3] words must all be there; the last may be a beginning, unless a space follows it', () => {
    expect(parsed('mine clear').terms.map(({ places }) => places[0]?.isPrefix)).toEqual([false, true])
    expect(parsed('mine clear ').terms.map(({ places }) => places[0]?.isPrefix)).toEqual([false, false])
    expect(parsed('clear* mine ').terms.map(({ places }) => places[0]?.isPrefix)).toEqual([true, false])
  })

  test('[SEA3] phrases, unwanted words, words with a hyphen, and Chinese words without spaces', () => {
    expect(forms('"to build on" work ')).toEqual(['to+build+on', 'work'])
    expect(forms('“to build on”')).toEqual(['to+build+on'])
    expect(parsed('mine -"by 2009" -land ').unwanted).toHaveLength(2)
    expect(forms('follow-up ')).toEqual(['follow+up'])
    expect(forms('地雷受害者 ')).toEqual(['地+雷', '受+害+者'])
  })

  test('[SEA4] filters are known by name, their values by their beginnings; several of one name are alternatives', () => {
    const { filters, terms } = parsed('standing:agreed standing:no-agr -part:note lead:"Viet Nam" from:2002-09 clearance')
    expect(filters).toEqual([
      { name: 'standing', values: ['agreed', 'noAgreement'], isExcluded: false },
      { name: 'part', values: ['note'], isExcluded: true },
      { name: 'lead', values: ['Viet Nam'], isExcluded: false },
      { name: 'from', values: ['2002-09'], isExcluded: false },
    ])
    expect(terms).toHaveLength(1)
  })

  test('[SEA4] a filter that nobody knows, or a value that it does not have, is taken as words', () => {
    expect(forms('colour:red ')).toEqual(['colour', 'red'])
    expect(forms('standing:xyz ')).toEqual(['standing', 'xyz'])
    expect(forms('https://example.org ').length).toBeGreaterThan(0)
  })

  test('[SEA5] whatever is typed is understood or refused, in a time that grows with its length alone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 150 })), (typed) => {
        const result = parseQuery(typed)
        if (result.ok) expect(result.value.terms.length + result.value.unwanted.length).toBeLessThanOrEqual(16)
        else expect(result.refusal.code).toBe('invalid')
      }),
    )
    const began = performance.now()
    for (const nasty of [
      '"'.repeat(300),
      '-'.repeat(300),
      'a:'.repeat(150),
      '*'.repeat(300),
      `${'a'.repeat(299)}:`,
      'ـ'.repeat(300),
    ]) {
      expect(parseQuery(nasty).ok || true).toBe(true)
    }
    expect(performance.now() - began).toBeLessThan(500)
    expect(parseQuery('x'.repeat(301)).ok).toBe(false)
    expect(parseQuery('a '.repeat(17)).ok).toBe(false)
  })
})

describe('hits', () => {
  test('[SEA6] hits are marked in the words as they were written', () => {
    expect(found('Thaïlande and THAILAND, Thai', 'thailand ')).toEqual(['THAILAND'])
    expect(found('Thaïlande and THAILAND, Thai', 'thai')).toEqual(['Thaïlande', 'THAILAND', 'Thai'])
    expect(found('to build on the work', '"build on the"')).toEqual(['build on the'])
    expect(found('第一：反步兵地雷公约', '地雷')).toEqual(['地雷'])
    expect(found('إزالة الألغام والناجون', 'ألغام ')).toEqual(['الألغام'])
    expect(found('إزالة الألغام', 'الألغ')).toEqual(['الألغام'])
    expect(markHits('a mine', parsed('mine').terms)).toEqual([
      { text: 'a ', hit: false },
      { text: 'mine', hit: true },
    ])
  })

  test('[SEA6] a snippet is a part of the text with at least one hit in it, and never markup', () => {
    const text = `<b>${'word '.repeat(200)}needle here${' more'.repeat(200)}`
    const runs = snippetOf(text, parsed('needle').terms)
    expect(runs.some(({ hit, text }) => hit && text === 'needle')).toBe(true)
    const shown = runs.map(({ text }) => text).join('')
    expect(shown.length).toBeLessThan(260)
    expect(text).toContain(shown.replaceAll('…', ''))
  })

  test('[SEA6] the runs of a text are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 8 }), (text, typed) => {
        const result = parseQuery(typed)
        if (!result.ok) return
        expect(
          markHits(text, result.value.terms)
            .map((run) => run.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
