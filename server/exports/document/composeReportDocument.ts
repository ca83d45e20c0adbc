import type { ReportView, SentenceView } from '../../../shared/report/index.ts'
import type { Registered } from '../Registered.ts'
import { attendanceBlocks } from './attendanceBlocks.ts'
import { composing } from './Composing.ts'
import { cleanText, oneLine } from './cleanText.ts'
import { composeHead } from './composeHead.ts'
import { dateInWords } from './dates.ts'
import { remark } from './itemBlocks.ts'
import type { PrintBlock, PrintDocument } from './PrintDocument.ts'
import { aside, plain } from './runs.ts'

/** Parts that are read as one paragraph; of the others each sentence is a paragraph of its own. */
const flowing: ReadonlySet<string> = new Set(['whatTheGroupIs', 'whoTookPart', 'whenAndOnWhat', 'framing', 'thanks', 'closing'])

/** A report as a document: the statement in its order, outcomes numbered, who took part as an annex, and what it was made from at the foot. */
export function composeReportDocument(report: ReportView, groupName: string, meetings: readonly Registered[]): PrintDocument {
  const [first] = meetings
  if (first === undefined) throw new Error('A report is made from at least one meeting')
  const { title, language } = report
  const head = { ...first.record.head, title, language, symbol: null, formalMeeting: null, links: [] }
  const at = composing({ ...first.record, head }, { ...first.context, version: null, fingerprint: null })
  const { say } = at.words
  return {
    ...composeHead(at, 'record'),
    symbol: oneLine(groupName),
    mark: { text: say('mark.report'), isAdopted: false },
    lede: say('report.length', { words: report.words, minutes: Math.max(1, Math.round(report.readingSeconds / 60)) }),
    facts: [],
    blocks: [
      ...report.parts.flatMap(({ part, sentences }) => partBlocks(part, sentences, oneLine(title))),
      ...annex(report, meetings),
      ...remark(aside([say('report.from'), ...report.meetings.map(meetingLine)].join('\n'))),
    ],
  }

  function meetingLine({ title: name, startsAt, symbol, version, fingerprint }: ReportView['meetings'][number]): string {
    const date = dateInWords(startsAt, at.words.locale, null)
    const known = [oneLine(symbol ?? ''), oneLine(name), date ?? ''].filter((part) => part !== '').join(say('comma'))
    if (version === null) return say('report.fromDraft', { meeting: known })
    return say('report.fromVersion', { meeting: known, version, fingerprint: cleanText(fingerprint ?? '') })
  }

  function annex({ withClosed }: ReportView, all: readonly Registered[]): readonly PrintBlock[] {
    const open = all.filter(({ record }) => withClosed || !record.session.closed)
    return open.flatMap(({ record, context }): readonly PrintBlock[] => {
      const own = composing({ ...record, head: { ...record.head, language } }, context)
      const [, ...tables] = attendanceBlocks(own)
      const name = oneLine(record.head.title)
      const label = open.length === 1 ? say('report.annex') : say('report.annexOf', { meeting: name })
      return [{ kind: 'heading', level: 1, number: null, text: plain(label) }, ...tables]
    })
  }
}

function partBlocks(part: string, sentences: readonly SentenceView[], title: string): readonly PrintBlock[] {
  const said = sentences.map((sentence) => ({ ...sentence, text: oneLine(sentence.text) })).filter(({ text }) => text !== '')
  if (said.length === 0) return []
  if (part === 'heading') {
    // What stands above as the title is not said twice.
    const rest = said.filter(({ text }) => text !== title)
    return rest.map(({ text }) => ({ kind: 'paragraph', isRemark: false, text: [{ text, bold: true }] }))
  }
  if (part === 'outcomes') {
    return said.map(({ text, number }) => ({
      kind: 'numbered',
      number: number ?? '',
      isQualifier: false,
      content: { kind: 'text', text: plain(text) },
    }))
  }
  const paragraphs = flowing.has(part) ? [said.map(({ text }) => text).join(' ')] : said.map(({ text }) => text)
  return paragraphs.map((text) => ({ kind: 'paragraph', isRemark: false, text: plain(text) }))
}
