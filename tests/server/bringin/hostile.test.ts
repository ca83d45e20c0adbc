import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../../../server/base/index.ts'
import { createBringer } from '../../../server/bringin/index.ts'
import { readPreview } from '../../../server/bringin/readPreview.ts'
import type { MeetingId } from '../../../shared/base/index.ts'
import { bringInWorker } from '../../support/bringInWorker.ts'
import { previewOfText, seenIn } from '../../support/bringin/seenIn.ts'
import { zipOf } from '../../support/bringin/zipOf.ts'
import { newId } from '../../support/storageSamples.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const whyNot = (name: string, bytes: Uint8Array) => {
  const read = readPreview([{ part: 'minutes', name, bytes }])
  return read.ok ? null : `${read.refusal.code} ${read.refusal.reason}`
}
const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

test('[BRI8] a packed file that would unpack to far more than minutes hold is refused before it is unpacked', () => {
  const bomb = zipOf([{ name: 'word/document.xml', content: new Uint8Array(12 * 1024 * 1024) }])
  expect(bomb.length).toBeLessThan(100_000)
  expect(whyNot('a.docx', bomb)).toBe('tooLarge bringInUnpacked')
  const many = zipOf(Array.from({ length: 2_100 }, (_, index) => ({ name: `x/${index}.xml`, content: utf8('x') })))
  expect(whyNot('a.docx', many)).toBe('tooLarge bringInUnpacked')
})

test('[BRI9] a directory that lies about sizes, a cut file and one without a document are refused as damaged', () => {
  const content = utf8(`<w:document>${' '.repeat(3_000_000)}</w:document>`)
  const lying = zipOf([{ name: 'word/document.xml', content, statedSize: 100 }])
  expect(whyNot('a.docx', lying)).toBe('malformed bringInDamaged')
  const whole = zipOf([{ name: 'word/document.xml', content: utf8('<w:document/>') }])
  expect(whyNot('a.docx', whole.subarray(0, whole.length - 30))).toBe('malformed bringInDamaged')
  expect(whyNot('a.docx', zipOf([{ name: '../../etc/passwd', content: utf8('x') }]))).toBe('malformed bringInNoText')
})

test('[BRI10] elements in elements without end are refused in DOCX and HTML, and cost nothing in Markdown', () => {
  const deep = zipOf([
    { name: 'word/document.xml', content: utf8(`${'<w:p>'.repeat(2_000)}x${'</w:p>'.repeat(2_000)}`), store: true },
  ])
  expect(whyNot('a.docx', deep)).toBe('tooLarge bringInDepth')
  expect(whyNot('a.html', utf8(`<html>${'<div><ul><li>'.repeat(40_000)}words</html>`))).toBe('tooLarge bringInDepth')
  expect(
    whyNot(
      'a.md',
      utf8(
        `# Title\n\n${'> '.repeat(20_000)}words\n\n${Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth * 2)}- entry`).join('\n')}`,
      ),
    ),
  ).toBeNull()
})

test('[BRI11] a text of a million lines is refused in plain words, and long lines are shown in pieces', () => {
  expect(whyNot('a.txt', utf8('a\n'.repeat(1_000_000)))).toBe('tooLarge bringInTooLong')
  const long = previewOfText('a.txt', `Minutes of the meeting\n\n${'word '.repeat(10_000)}`)
  expect(long.problems.map(({ problem }) => problem)).toContain('cutLines')
  expect(long.sources[0]?.lines.join('').replaceAll(' ', '').length).toBeGreaterThan(40_000)
})

test('[BRI12] scripts, styles and forms of a page are left out and told; nothing of them is taken for words', () => {
  const preview = previewOfText(
    'a.html',
    '<html><h1>Council meeting</h1><script>ACTION: steal</script><p onclick="x()">Present: Ann Lee, Bo Chen</p><form><input value="Chair: Eve"></form></html>',
  )
  expect(preview.problems).toEqual([{ part: 'minutes', problem: 'activeLeftOut', words: '2' }])
  expect(JSON.stringify(preview.sources)).not.toMatch(/steal|onclick|Eve/)
})

test('[BRI13] what is no text is told for what it is: empty, PDF, old Word, RTF, bytes without words', () => {
  expect(whyNot('a.txt', new Uint8Array())).toBe('malformed bringInEmpty')
  expect(whyNot('a.md', utf8('%PDF-1.7 ...'))).toBe('malformed bringInPdf')
  expect(whyNot('a.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe(
    'malformed bringInOldWord',
  )
  expect(whyNot('a.txt', utf8('{\\rtf1 words}'))).toBe('malformed bringInOldWord')
  const noise = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256)
  expect(whyNot('a.txt', noise)).toBe('malformed bringInNoText')
})

test('[BRI14] a wrong ending of the name changes nothing: the bytes say what a file is', () => {
  const docx = zipOf([
    {
      name: 'word/document.xml',
      content: utf8('<w:document><w:body><w:p><w:r><w:t>Present: Ann Lee, Bo Chen</w:t></w:r></w:p></w:body></w:document>'),
    },
  ])
  const read = readPreview([{ part: 'minutes', name: 'minutes.txt', bytes: docx }])
  expect(read.ok && read.value.sources[0]?.format).toBe('docx')
  const text = previewOfText('minutes.docx', '# Council meeting\n\n## Present\n\n- Ann Lee\n')
  expect(text.sources[0]?.format).not.toBe('docx')
  expect(text.problems.map(({ problem }) => problem)).toContain('notTheClaimedKind')
  expect(previewOfText('notes.txt', '<!doctype html><h1>Council</h1><p>Words</p>').sources[0]?.format).toBe('html')
})

test('[BRI15] UTF-16 and the letters of Western Europe are read as what they are', () => {
  const words = 'Réunion du comité\n\nPrésents : Zoé Müller, Ann Lee\n'
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${words}`, 'utf16le'))
  const latin1 = new Uint8Array(Buffer.from(words, 'latin1'))
  for (const [bytes, encoding] of [
    [utf16, 'utf-16le'],
    [latin1, 'windows-1252'],
    [utf8(words), 'utf-8'],
  ] as const) {
    const read = readPreview([{ part: 'minutes', name: 'a.txt', bytes }])
    expect(read.ok && read.value.sources[0]?.encoding).toBe(encoding)
    expect(read.ok && seenIn(read.value)).toContain('3 person: Zoé Müller | present')
  }
})

test('[BRI16] a thread that takes too long or too much memory is stopped; the next file is read by a new one', async () => {
  const clock = systemClock()
  const slow = createBringer({
    clock,
    worker: () => new URL(`data:text/javascript,${encodeURIComponent('for (;;) {}')}`),
    limitMs: 300,
    copyLimitMs: 300,
  })
  const hungry = createBringer({
    clock,
    worker: () =>
      new URL(`data:text/javascript,${encodeURIComponent('const all = []; for (;;) all.push(new Array(100000).fill({}))')}`),
    memoryMb: 32,
    copyMemoryMb: 32,
  })
  const able = createBringer({ clock, worker: bringInWorker })
  opened.push(slow, hungry, able)
  const file = [{ part: 'minutes' as const, name: 'a.md', bytes: utf8('# Council meeting\n\nPresent: Ann Lee\n') }]
  expect(await slow.read(file, 'a')).toMatchObject({ ok: false, refusal: { reason: 'bringInTime' } })
  expect(await hungry.read(file, 'a')).toMatchObject({ ok: false, refusal: { reason: 'bringInMemory' } })
  const actor = { role: 'coordinator', name: 'Ann Lee' } as const
  const copy = { bytes: utf8('{}'), group: 'A', delegations: [], meetingId: newId<MeetingId>(), actor, at: clock.now() }
  expect(await slow.copy(copy, 'a')).toMatchObject({ ok: false, refusal: { reason: 'bringInTime' } })
  expect(await hungry.copy(copy, 'a')).toMatchObject({ ok: false, refusal: { reason: 'bringInMemory' } })
  expect(await able.copy(copy, 'a')).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  expect(await able.read(file, 'a')).toMatchObject({ ok: true })
  const waiting = Array.from({ length: 5 }, () => able.read(file, 'b'))
  const answers = await Promise.all(waiting)
  expect(answers.filter((one) => !one.ok).map((one) => !one.ok && one.refusal.code)).toEqual(['tooMany', 'tooMany'])
})

test('[BRI17] whatever bytes come, reading ends with finds or with a refusal, and never with a fault', () => {
  const base = utf8(
    '# Minutes of the council, 5 May 2024\n\nPresent: Ann Lee (Acme), Bo Chen\n\n1. Roads\n\nACTION: Ann Lee to call by 6 May 2024\n\n| Action | Owner |\n|---|---|\n| Write | Bo |\n',
  )
  const packed = zipOf([
    {
      name: 'word/document.xml',
      content: utf8(
        '<w:document><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>words</w:t></w:r></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:body></w:document>',
      ),
    },
  ])
  let state = 7
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % below
  }
  for (const name of ['a.md', 'a.html', 'a.adoc', 'a.txt', 'a.docx']) {
    for (let round = 0; round < 120; round += 1) {
      const bytes = Uint8Array.from(name === 'a.docx' ? packed : base)
      for (let step = 0; step < 1 + (round % 9); step += 1) bytes[next(bytes.length)] = next(256)
      const cut = round % 4 === 0 ? bytes.subarray(0, next(bytes.length)) : bytes
      expect(() => readPreview([{ part: 'minutes', name, bytes: cut }])).not.toThrow()
    }
  }
})
