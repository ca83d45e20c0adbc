import { expect, test } from 'vitest'
import { amendmentExports } from '../../../server/exports/index.ts'
import { renderExport } from '../../../server/exports/renderExport.ts'
import { hostileTexts } from '../../support/exports/hostileTexts.ts'
import { allOf, docxParts, docxWords, openPdf } from '../../support/exports/readBack.ts'
import { context, record } from '../../support/exports/records.ts'
import { type AdoptedScene, adoptedScene } from '../../support/http/adoptedScene.ts'
import type { Somebody } from '../../support/http/httpWorld.ts'

const secret = 'Nachtigall'

async function fetched({ world, path }: AdoptedScene, who: Somebody, name: string, query = '') {
  const response = await fetch(`${world.url}/api${path}/exports/${name}${query}`, {
    headers: { authorization: `Bearer ${who.token}` },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isMade = response.status === 200
  const words = isMade && name.endsWith('.docx') ? docxWords((await docxParts(bytes))['word/document.xml'] ?? '') : ''
  const text = isMade ? `${await allOf(name, bytes)} ${words}`.replace(/\\(.)/g, '$1').replace(/\s+/g, ' ') : ''
  return { status: response.status, text, disposition: response.headers.get('content-disposition') ?? '' }
}

/** Two corrigenda, the second also of a closed item, and an addendum. */
async function mended() {
  const scene = await adoptedScene(secret)
  const { coordinator } = scene.group.people
  const [open = '', closed = ''] = (await scene.keys(3)).filter((key) => key.startsWith('outcome:'))
  const june = [{ part: open, text: 'agreed to meet in June.' }]
  await scene.run(coordinator, { kind: 'record.correct', corrections: june, reason: 'A slip of the pen' })
  const july = [
    { part: open, text: 'agreed to meet in July.' },
    { part: closed, text: `decided ${secret} anew.` },
  ]
  await scene.run(coordinator, { kind: 'record.correct', corrections: july, reason: 'Two slips' })
  await scene.run(coordinator, {
    kind: 'record.addend',
    title: 'Added later',
    paragraphs: ['More was said.'],
    reason: 'Left out',
  })
  const versions = await scene.world.call('GET', `${scene.path}/versions`, { as: coordinator.token })
  return { scene, coordinator, prints: versions.list('items').map((one) => String(one.fingerprint)) }
}

test('[EXP120] a corrigendum is a document of its own: which it is, paragraph, old words and new, when, why, the fingerprints of both texts', async () => {
  const { scene, coordinator, prints } = await mended()
  for (const name of amendmentExports.filter((one) => one.startsWith('corrigendum.'))) {
    const first = await fetched(scene, coordinator, name, '?version=4')
    expect([name, first.status]).toEqual([name, 200])
    expect(first.disposition).toContain(`First meeting - ${name}`)
    for (const words of [
      'Corrigendum 1: First meeting',
      '/Corr.1',
      'Paragraph 1',
      'For',
      'Read',
      'A slip of the pen',
      prints[2],
      prints[3],
    ]) {
      expect(first.text, name).toContain(words)
    }
    expect(first.text, name).toMatch(/in.{0,40}May.*in.{0,40}June/)
    expect(first.text, name).not.toContain(secret)
    // Without a number it is the last one.
    const last = await fetched(scene, coordinator, name)
    for (const words of ['/Corr.2', 'Two slips', 'July', secret, prints[3], prints[4]]) expect(last.text, name).toContain(words)
  }
})

test('[EXP121] an addendum is a document of its own, with its paragraphs under the numbers that they have', async () => {
  const { scene, coordinator, prints } = await mended()
  for (const name of amendmentExports.filter((one) => one.startsWith('addendum.'))) {
    const { status, text } = await fetched(scene, coordinator, name)
    expect([name, status]).toEqual([name, 200])
    for (const words of [
      'Addendum 1: First meeting',
      '/Add.1',
      'Added later',
      'More was said.',
      'Left out',
      prints[4],
      prints[5],
    ]) {
      expect(text, name).toContain(words)
    }
  }
  expect((await fetched(scene, coordinator, 'addendum.md')).text).toContain('3. More was said.')
})

test('[EXP122] an observer’s corrigendum holds nothing of what is closed to observers', async () => {
  const { scene } = await mended()
  const { observer } = scene.group.people
  for (const name of amendmentExports) {
    const { status, text } = await fetched(scene, observer, name)
    expect([name, status]).toEqual([name, 200])
    expect(text, name).not.toContain(secret)
  }
  expect((await fetched(scene, observer, 'corrigendum.md')).text).toContain('July')
})

test('[EXP123] a version that is no corrigendum or addendum has no such document', async () => {
  const { scene, coordinator } = await mended()
  for (const version of [1, 2, 3, 6, 9])
    expect((await fetched(scene, coordinator, 'corrigendum.pdf', `?version=${version}`)).status).toBe(404)
  for (const version of [3, 4, 5])
    expect((await fetched(scene, coordinator, 'addendum.pdf', `?version=${version}`)).status).toBe(404)
  const firm = await adoptedScene(secret)
  for (const name of amendmentExports) expect((await fetched(firm, firm.group.people.coordinator, name)).status).toBe(404)
})

test('[EXP124] whatever was written stands in a corrigendum and an addendum as text', async () => {
  const texts = hostileTexts.filter((one) => one.isWellFormed())
  const corrections = texts.map((after, index) => ({ part: `note:x:${index}`, number: `${index + 1}`, before: 'old', after }))
  const addition = { title: texts.join(' '), paragraphs: texts.map((text, index) => ({ number: `${index + 1}`, text })) }
  const usual = { ordinal: 1, before: null, corrections, addition }
  for (const name of amendmentExports) {
    const kind = name.startsWith('corrigendum') ? ('corrigendum' as const) : ('addendum' as const)
    const { bytes } = await renderExport({
      kind: 'amendment',
      name,
      record: record(),
      context: context(),
      amendment: { kind, ...usual },
    })
    if (name.endsWith('.pdf')) expect((await openPdf(bytes)).numPages).toBeGreaterThan(0)
    const all = await allOf(name, bytes)
    expect(all, name).toContain('xyzzy')
    if (name.endsWith('.html')) expect(all).not.toMatch(/<(script|img|svg|xyzzy)\b|<!--\s*xyzzy/)
    if (name.endsWith('.docx')) expect(all).not.toMatch(/<xyzzy|<script|fldSimple|instrText[^>]*>[^<]*HYPERLINK/)
    if (name.endsWith('.md')) expect(all).not.toMatch(/(?<!\\)<(script|img|svg)|(?<!\\)!\[xyzzy/)
  }
})
