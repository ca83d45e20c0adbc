import { expect, test } from 'vitest'
import { catalogues, changeWords, startWords } from '../../../client/words/index.ts'
import { refusalCodes } from '../../../shared/base/index.ts'

const stems = (keys: readonly string[]) => new Set(keys.map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))
// All there are: a namespace that is added is looked at without being named here.
const namespaces = Object.keys(catalogues.en) as (keyof typeof catalogues.en)[]

test.each(namespaces)('[UI2] the Arabic catalogue has every sentence of the English one, and no other: %s', (namespace) => {
  expect(stems(Object.keys(catalogues.ar[namespace]))).toEqual(stems(Object.keys(catalogues.en[namespace])))
})

test.each(namespaces)('[UI2] no sentence is left empty or in the other script: %s', (namespace) => {
  for (const [key, sentence] of Object.entries(catalogues.ar[namespace])) {
    expect(sentence.trim(), key).not.toBe('')
    const words = sentence.replaceAll(/\{\{\w+\}\}/g, '')
    if (/\p{L}/u.test(words)) expect(words, key).toMatch(/\p{Script=Arabic}/u)
  }
})

test.each(namespaces)('[UI3] where English counts, Arabic has its six plural forms: %s', (namespace) => {
  const counted = Object.keys(catalogues.en[namespace]).filter((key) => key.endsWith('_one'))
  const forms = new Intl.PluralRules('ar').resolvedOptions().pluralCategories
  expect(forms).toHaveLength(6)
  for (const key of counted) {
    for (const form of forms) expect(catalogues.ar[namespace]).toHaveProperty([key.replace(/_one$/, `_${form}`)])
  }
})

test.each(namespaces)('[UI3] both languages fill in the same names: %s', (namespace) => {
  const names = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()
  for (const [key, sentence] of Object.entries(catalogues.ar[namespace])) {
    const english = catalogues.en[namespace][key] ?? catalogues.en[namespace][key.replace(/_(zero|two|few|many)$/, '_other')]
    if (english === undefined) continue
    // Arabic says none, one and two in words: there a name may be left out, but none be added.
    if (/_(zero|one|two)$/.test(key)) expect(names(english), key).toEqual(expect.arrayContaining(names(sentence)))
    else expect(names(sentence), key).toEqual(names(english))
  }
})

test('[UI4] every refusal has a sentence of its own in every language', () => {
  for (const catalogue of Object.values(catalogues)) {
    const sentences = refusalCodes.map((code) => catalogue.common[`refusal.${code}`])
    expect(sentences.every((sentence) => sentence !== undefined && sentence !== '')).toBe(true)
    expect(new Set(sentences).size).toBe(refusalCodes.length)
  }
})

test('[UI5] choosing Arabic turns the page round and says so in its language attribute', async () => {
  const root = { lang: 'en', dir: 'ltr' }
  // The translator sets two attributes of <html>; nothing else of an element is needed here.
  const words = await startWords('en', root as HTMLElement)
  expect(root).toEqual({ lang: 'en', dir: 'ltr' })
  await changeWords(words, 'ar')
  expect(root).toEqual({ lang: 'ar', dir: 'rtl' })
  expect(words.sayIn('common')('saved.onDevice', { count: 2 })).toBe(catalogues.ar.common['saved.onDevice_two'])
  expect(words.sayIn('common')('saved.onDevice', { count: 5 })).toContain('5')
})
