import { expect, test } from 'vitest'
import { fileName } from '../../../server/exports/fileName.ts'
import { contentDisposition } from '../../../server/transports/http/sendFile.ts'
import { fc } from '../../support/chance.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'

const hostileNames = [
  ...hostileTexts,
  ...controlTexts,
  '../../etc/passwd',
  'C:\\Windows\\x',
  '..',
  '.htaccess',
  'CON',
  'aux.txt',
  'name\u0000.exe',
  'a"b; filename=evil.exe',
  'x\r\nSet-Cookie: a=b',
  '\u202Exslx.exe',
  'é'.repeat(5_000),
  '👩‍👩‍👧‍👦'.repeat(100),
  '   ',
  '',
  'name.',
  'name .',
]

test('[EXP50] every title makes a tidy file name: no path, no reserved name or sign, the right ending, and not too long', () => {
  for (const title of hostileNames) expectTidy(fileName(title, 'record.docx'))
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => expectTidy(fileName(title, 'record.docx'))))
  expect(fileName('Réunion: «Genève», 2/3', 'record.pdf')).toBe('Réunion «Genève», 2 3 - record.pdf')
  expect(fileName('../..', 'agenda.ics')).toBe('agenda.ics')
})

test('[EXP51] the name goes out by RFC 6266: plain letters for old programs, the whole in UTF-8, and nothing of it leaves its place', () => {
  const header = contentDisposition('attachment', fileName('Réunion 会议', 'record.pdf'))
  expect(header).toBe(
    `attachment; filename="Reunion _ - record.pdf"; filename*=UTF-8''R%C3%A9union%20%E4%BC%9A%E8%AE%AE%20-%20record.pdf`,
  )
  for (const title of hostileNames) {
    const line = contentDisposition('inline', fileName(title, 'record.html'))
    expect(line).toMatch(/^inline; filename="[A-Za-z0-9 ()_.,-]+\.html"; filename\*=UTF-8''[A-Za-z0-9%!_.~-]+$/)
  }
  expect(contentDisposition('attachment', '会议.pdf')).toContain('filename="document.pdf"')
})

function expectTidy(name: string): void {
  expect(name.endsWith('record.docx')).toBe(true)
  expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*\u2028\u2029]/u)
  expect(name).not.toMatch(/^[\s.]|\.\./)
  expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(210)
}
