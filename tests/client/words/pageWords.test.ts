import { expect, test } from 'vitest'
import { startWords } from '../../../client/words/index.ts'
import { PageWords } from '../../../client/words/PageWords.ts'

/** Words of a page with sentences of this test's own. */
function wordsOf(language: 'en' | 'ar', sentences: Readonly<Record<string, string>>) {
  const words = new PageWords(language)
  words.take('common', language, sentences)
  return words.sayIn('common') as (key: string, values?: Readonly<Record<string, string | number>>) => string // keys of this test
}

test('[PAG7] a sentence takes the plural form that its language asks for', () => {
  const english = wordsOf('en', {
    line_one: 'a line',
    line_other: '{{count}} lines',
    said: 'said',
    none_zero: 'none',
    none_other: 'some',
  })
  expect([0, 1, 2].map((count) => english('line', { count }))).toEqual(['0 lines', 'a line', '2 lines'])
  // A form for none stands before the form of the language; a sentence without forms does not count.
  expect(english('none', { count: 0 })).toBe('none')
  expect(english('said', { count: 3 })).toBe('said')
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other']
  const arabic = wordsOf('ar', Object.fromEntries(forms.map((form) => [`line_${form}`, form])))
  expect([0, 1, 2, 3, 11, 100].map((count) => arabic('line', { count }))).toEqual(forms)
})

test('[PAG7] what is put into a sentence stands there as it was given, at each place of its name', () => {
  const say = wordsOf('en', { both: '{{name}} and {{name}}, {{other}}' })
  const odd = "$& $1 $t(both) {{other}} <b>O'Neil</b>"
  expect(say('both', { name: odd, other: 1 })).toBe(`${odd} and ${odd}, 1`)
})

test('[PAG7] a key that has no sentence is shown as it is, and known not to have one', async () => {
  const words = await startWords('en', { lang: '', dir: '' } as HTMLElement) // two attributes are all that is touched
  const say = words.sayIn('common') as (key: string) => string // a newer server's key
  expect(say('refusal.ofTomorrow')).toBe('refusal.ofTomorrow')
  expect([words.knows('common', 'refusal.ofTomorrow'), words.knows('common', 'refusal.forbidden')]).toEqual([false, true])
})

test('[PAG8] a sentence that names something cannot be said without the name', async () => {
  const words = await startWords('en', { lang: '', dir: '' } as HTMLElement) // two attributes are all that is touched
  const say = words.sayIn('common')
  expect(say('reference', { fault: 'f1' })).toBe('Reference f1')
  // @ts-expect-error the name is missing
  say('reference')
  // @ts-expect-error another name
  say('reference', { faults: 'f1' })
  // @ts-expect-error no such sentence
  say('nowhere')
})
