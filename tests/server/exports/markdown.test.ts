import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { cleanText } from '../../../server/exports/document/cleanText.ts'
import { composeDocument } from '../../../server/exports/document/composeDocument.ts'
import { linkTarget } from '../../../server/exports/markdown/escapeMarkdown.ts'
import { renderMarkdown } from '../../../server/exports/markdown/renderMarkdown.ts'
import { hostileRecord } from '../../support/exports/hostileRecord.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'
import { madeText } from '../../support/exports/readBack.ts'
import { scriptsRecord } from '../../support/exports/scriptsRecord.ts'

/** The most trusting reader there is: takes HTML, makes links of addresses, draws tables and strikes out. */
const reader = new MarkdownIt({ html: true, linkify: true })

type Token = ReturnType<typeof reader.parse>[number]

/** All tokens, the inner ones too. */
function tokens(markdown: string): readonly Token[] {
  return reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])])
}

/** How many tokens of each kind: the shape of a text without its words, and without the marks that some words do not let stand. */
function shape(markdown: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { type } of tokens(markdown))
    if (!/^(text|softbreak|hardbreak|text_special|inline|html_inline|(em|strong)_(open|close))$/.test(type))
      counts[type] = (counts[type] ?? 0) + 1
  return counts
}

function marksOf(markdown: string): number {
  return tokens(markdown).filter((one) => /^(em|strong)_/.test(one.type)).length
}

test('[EXP23] whatever was written stands in Markdown as text: the file has the same headings, lists, links and tables as with plain words', async () => {
  const plain = hostileRecord('xyzzy')
  for (const text of [...hostileTexts, ...controlTexts]) {
    const { record, context } = hostileRecord(text)
    for (const name of ['record.md', 'agenda.md', 'follow-up.md'] as const) {
      const markdown = await madeText(name, record, context)
      expect(shape(markdown), `${name}: ${text}`).toEqual(shape(await madeText(name, plain.record, plain.context)))
      const all = tokens(markdown)
      const marks = all.filter((one) => /^(em|strong)_/.test(one.type)).length
      expect(marks).toBeLessThanOrEqual(marksOf(await madeText(name, plain.record, plain.context)))
      // Line breaks within the cells of a table are the only HTML, and ours.
      expect(all.filter((one) => one.type.startsWith('html') && one.content !== '<br>').map((one) => one.content)).toEqual([])
      const links = all.filter((one) => one.type === 'link_open').map((one) => one.attrGet('href'))
      expect(links.filter((one) => one !== 'https://example.org/paper')).toEqual([])
      const words = all
        .filter((one) => /^text/.test(one.type))
        .map((one) => one.content)
        .join('')
        .replace(/\s+/g, '')
      expect(words, `${name}: ${text}`).toContain(cleanText(text).replace(/\s+/g, ''))
    }
  }
})

test('[EXP23] whatever an address holds, it is one link and ends where it ends', () => {
  const ends = ['a>b', '<b>', 'a\\', '>)[b](<https://evil.example/', '"title"', "(b)'c'"]
  for (const end of ends) {
    const all = tokens(`[words](${linkTarget(`https://example.org/${end}`)}) after`)
    const links = all.filter((one) => one.type === 'link_open').map((one) => one.attrGet('href') ?? '')
    expect(links.map((href) => decodeURI(href))).toEqual([`https://example.org/${end}`])
    expect(all.filter((one) => one.type.startsWith('html'))).toEqual([])
  }
})

test('[EXP24] Markdown numbers paragraphs as the record does, and keeps lists, links and marks', () => {
  const { record, context } = scriptsRecord()
  const markdown = renderMarkdown(composeDocument('record', record, context))
  const top = reader.parse(markdown, {}).filter((token) => token.type === 'list_item_open' && token.level === 1)
  // Labels of the document's own facts are a list with points.
  expect(top.filter((token) => token.markup === '.').map((token) => token.info)).toEqual(
    Array.from({ length: 40 }, (_, index) => String(index + 1)),
  )
  const html = reader.render(markdown)
  expect(html).toContain('<h2>II. Положение дел</h2>')
  expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2">address</a>')
  expect(html).toContain('<em>لا يزال')
  expect(html).toContain('<strong>confirmed</strong>')
})
