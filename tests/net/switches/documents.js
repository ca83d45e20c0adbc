// Words that leave the house as text and as nothing else; files that come in.
import { off } from '../off.js'

const exportsAt = 'server/exports/'
const tests = 'tests/server/exports/'
const hostile = 'tests/server/bringin/hostile.test.ts'

export const documents = [
  off(
    'words as text in the print page',
    `${exportsAt}html/escapeHtml.ts`,
    "return text.replace(/[&<>\"']/g, (sign) => signs[sign] ?? '')",
    'return signs.none ?? text',
    `${tests}html.test.ts EXP20`,
  ),
  off(
    'the print page loads and runs nothing',
    `${exportsAt}html/renderHtml.ts`,
    "default-src 'none'; ",
    '',
    `${tests}html.test.ts EXP21`,
  ),
  off(
    'words as text in Markdown',
    `${exportsAt}markdown/escapeMarkdown.ts`,
    'export function escapeMarkdown(text: string): string {',
    "export function escapeMarkdown(text: string): string {\n  if (text !== '') return text",
    `${tests}markdown.test.ts EXP23`,
  ),
  off(
    'an address in Markdown ends where it ends',
    `${exportsAt}markdown/escapeMarkdown.ts`,
    'address.replace(/[\\\\<>\\s]/g, (sign) => encodeURIComponent(sign))',
    'address',
    `${tests}markdown.test.ts EXP23`,
  ),
  off(
    'no control characters in a document',
    `${exportsAt}document/cleanText.ts`,
    "(sign) => (sign === '\\n' ? sign : '')",
    '(sign) => sign',
    `${tests}docx.test.ts EXP63`,
    `${tests}html.test.ts EXP20`,
  ),
  off(
    'a title in a calendar is one line',
    `${exportsAt}ics/renderCalendar.ts`,
    'const title = oneLine(head.title)',
    'const title = head.title',
    `${tests}calendar.test.ts EXP45`,
  ),
  off(
    'a task in a calendar is one line',
    `${exportsAt}ics/Reminder.ts`,
    'const task = oneLine(reminder.task)',
    'const task = reminder.task',
    `${tests}reminders.test.ts REG81`,
  ),
  off('no formula in a CSV cell', `${exportsAt}csv/csvText.ts`, `.replace(atStart, "'")`, '', `${tests}csv.test.ts EXP40`),
  off(
    'no formula behind another separator',
    `${exportsAt}csv/csvText.ts`,
    `.replace(afterSeparator, "$1'")`,
    '',
    `${tests}csv.test.ts EXP40`,
  ),
  off(
    'no path in the name of a file',
    `${exportsAt}fileName.ts`,
    `.replace(/[<>:"/\\\\|?*%;'\`$]+/g, ' ')`,
    '',
    `${tests}fileName.test.ts EXP50`,
  ),
  off(
    'no reserved name of a file',
    `${exportsAt}fileName.ts`,
    'const free = /^(con|prn|aux|nul|com\\d|lpt\\d)\\s*\\./i.test(cut) ?',
    "const free = cut === '' ?",
    `${tests}fileName.test.ts EXP50`,
  ),
  off(
    'links lead to http, https and mail alone',
    'shared/record/values.ts',
    'return scheme !== undefined && schemes.includes(scheme.toLowerCase())',
    'return scheme !== undefined',
    'tests/shared/record/read.test.ts REC36',
    'tests/shared/record/judge.test.ts REC54',
  ),
  off(
    'a packed file that would unpack to too much',
    'server/bringin/docx/unzip.ts',
    'if (sum > readingLimits.unpackedBytes || entries.some(isBomb)) return tooMuch()',
    '',
    `${hostile} BRI8`,
  ),
  off(
    'a directory that lies about sizes',
    'server/bringin/docx/unzip.ts',
    '{ maxOutputLength: Math.max(unpacked, 1) }',
    '{}',
    `${hostile} BRI9`,
  ),
]
