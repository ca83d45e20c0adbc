import type { Part, RecordPaper } from './Paper.ts'
import { paragraphSeries, seriesName } from './settle.ts'

/** The paper with an addendum at its end: a title without number, then its paragraphs, numbered on after the last number ever given. */
export function withAddendum(paper: RecordPaper, title: string, paragraphs: readonly string[]): RecordPaper {
  const addenda = paper.parts.filter((part) => part.kind === 'item' && part.key.startsWith('addendum:')).length
  const key = `addendum:${addenda + 1}`
  const last = highestParagraph(paper)
  const head: Part = {
    kind: 'item',
    key,
    item: null,
    number: null,
    title: lineOf(title),
    lead: null,
    purpose: null,
    minutes: null,
    usedMs: 0,
    progress: 'closed',
    papers: [],
    carriedOverFrom: null,
  }
  const added = paragraphs.map((text, index): Part => {
    const [block] = lineOf(text)
    return { kind: 'note', key: `${key}:${index + 1}`, item: null, number: String(last + 1 + index), block }
  })
  return { ...paper, parts: [...paper.parts, head, ...added] }
}

function lineOf(text: string): readonly [{ readonly kind: 'paragraph'; readonly runs: readonly [{ readonly text: string }] }] {
  return [{ kind: 'paragraph', runs: [{ text }] }]
}

/** "7 bis" counts as 7; numbers of parts that are gone count, too. */
function highestParagraph({ parts, spent }: RecordPaper): number {
  const given = parts.filter((part) => seriesName(part) === paragraphSeries).map((part) => part.number ?? '')
  const gone = spent.filter((one) => one.startsWith(`${paragraphSeries} `)).map((one) => one.slice(paragraphSeries.length + 1))
  return [...given, ...gone].reduce((highest, number) => Math.max(highest, Number.parseInt(number, 10) || 0), 0)
}
