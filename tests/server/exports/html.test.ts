import { createHash } from 'node:crypto'
import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { cleanText } from '../../../server/exports/document/cleanText.ts'
import { hostileRecord } from '../../support/exports/hostileRecord.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'
import { made, madeText } from '../../support/exports/readBack.ts'
import { scriptsRecord } from '../../support/exports/scriptsRecord.ts'

const allowed = new Set(
  'HTML HEAD META TITLE STYLE BODY ARTICLE P SPAN BDI H1 H2 H3 DL DT DD OL UL LI TABLE CAPTION COLGROUP COL THEAD TBODY TR TH TD A BR STRONG EM'.split(
    ' ',
  ),
)
const attributes = new Set('lang dir charset http-equiv content name class id value scope width href rel'.split(' '))

/** The page as a browser reads it, without anything being loaded or run. */
function parsed(html: string) {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } })
  return new window.DOMParser().parseFromString(html, 'text/html')
}

test('[EXP20] whatever was written stands in the page as text: no tag, no attribute and no address comes out of it', async () => {
  for (const text of [...hostileTexts, ...controlTexts]) {
    const { record, context } = hostileRecord(text)
    for (const name of ['record.html', 'agenda.html', 'follow-up.html'] as const) {
      const page = parsed(await madeText(name, record, context))
      const elements = [...page.querySelectorAll('*')]
      expect(elements.filter((one) => !allowed.has(one.tagName)).map((one) => one.outerHTML)).toEqual([])
      const foreign = elements.flatMap((one) => [...one.attributes].filter(({ name }) => !attributes.has(name)))
      expect(foreign.map(({ name }) => name)).toEqual([])
      expect([...page.querySelectorAll('a')].map((one) => one.getAttribute('href'))).toEqual(
        [...page.querySelectorAll('a')].map(() => 'https://example.org/paper'),
      )
      const words = (page.querySelector('article')?.textContent ?? '').replace(/\s+/g, '')
      expect(words, `${name}: ${text}`).toContain(cleanText(text).replace(/\s+/g, ''))
    }
  }
})

test('[EXP21] the print page has a policy of its own: it runs no script, loads nothing, and its one style is known by its hash', async () => {
  const { record, context } = scriptsRecord()
  const { bytes, contentSecurityPolicy = '' } = await made('record.html', record, context)
  const html = new TextDecoder().decode(bytes)
  const page = parsed(html)
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(contentSecurityPolicy).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  // A page that was saved keeps all that a page can say of itself.
  const own = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')
  expect(contentSecurityPolicy).toBe(`${own}; frame-ancestors 'none'`)
  expect(html).not.toMatch(/<script|url\(|@import|<link|<img/i)
})

test('[EXP22] on paper no row is cut and the head of a table is repeated; paragraphs keep their numbers, scripts their languages', async () => {
  const { record, context } = scriptsRecord()
  const html = await madeText('record.html', record, context)
  const page = parsed(html)
  expect(html).toMatch(/tr \{ break-inside: avoid; \}/)
  expect(html).toMatch(/thead \{ display: table-header-group; \}/)
  expect(page.querySelectorAll('table').length).toBe(
    page.querySelectorAll('table > thead > tr > th[scope="col"]:first-child').length,
  )
  expect([...page.querySelectorAll('ol.pars > li')].map((one) => one.getAttribute('value'))).toEqual(
    Array.from({ length: 40 }, (_, index) => String(index + 1)),
  )
  expect(page.documentElement.getAttribute('lang')).toBe('en')
  for (const language of ['ru', 'ar', 'zh-CN']) expect(page.querySelector(`span[lang="${language}"]`)).not.toBeNull()
  expect([...page.querySelectorAll('li > p[dir="rtl"]')].length).toBeGreaterThan(5)
})
