import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import { sectionMark } from '../../../shared/record/index.ts'
import { directionOfText } from '../document/direction.ts'
import type { PrintBlock, PrintDocument, PrintList, PrintText } from '../document/PrintDocument.ts'
import { docxRuns } from './docxRuns.ts'
import { docxNumbering, docxStyles, inks, numberings, styleIds } from './docxStyles.ts'
import { docxTable } from './docxTable.ts'

const mm = 56.7
const page = { width: Math.round(210 * mm), height: Math.round(297 * mm) }
const margin = { top: 1_400, bottom: 1_250, left: 1_134, right: 1_134, header: 600, footer: 560 }

/** The document for Word: its headings, numbers, tables and languages are real, so that it can be worked on further. */
export async function renderDocx(document: PrintDocument): Promise<Uint8Array> {
  const made = new Document({
    title: document.title,
    subject: `${document.group}: ${document.mark.text}`,
    creator: 'Rapporteur',
    lastModifiedBy: 'Rapporteur',
    description: document.generated,
    compatibility: { version: 15 },
    styles: docxStyles(document.language),
    numbering: docxNumbering(document.sections),
    sections: [
      {
        properties: { page: { size: page, margin } },
        headers: { default: new Header({ children: [runningHead(document)] }) },
        footers: { default: new Footer({ children: [runningFoot(document)] }) },
        children: [...opening(document), ...body(document)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(made))
}

function ours(document: PrintDocument, style: string, text: PrintText, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({ style, bidirectional: document.direction === 'rtl', children: docxRuns(document, text), ...more })
}

/** Every page says whose it is and what it is worth. */
function runningHead(document: PrintDocument): Paragraph {
  const end = page.width - margin.left - margin.right
  return ours(document, styleIds.head, [], {
    tabStops: [{ type: TabStopType.RIGHT, position: end }],
    children: [
      ...docxRuns(document, [{ text: document.symbol }]),
      new TextRun({ children: ['\t'] }),
      ...docxRuns(document, [{ text: document.mark.text }]),
    ],
  })
}

function runningFoot(document: PrintDocument): Paragraph {
  const parts = document.pages.split(/(\{page\}|\{pages\})/).filter((part) => part !== '')
  const children = parts.flatMap((part) => {
    if (part === '{page}') return [new TextRun({ children: [PageNumber.CURRENT] })]
    if (part === '{pages}') return [new TextRun({ children: [PageNumber.TOTAL_PAGES] })]
    return docxRuns(document, [{ text: part }])
  })
  return ours(document, styleIds.head, [], { alignment: 'end', children })
}

function opening(document: PrintDocument): readonly Paragraph[] {
  const { mark } = document
  const color = mark.isAdopted ? inks.adopted : inks.draft
  return [
    ours(document, styleIds.head, [{ text: document.original }], {
      alignment: 'end',
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: inks.words, space: 4 } },
    }),
    ours(document, styleIds.mark, [], {
      children: [new TextRun({ text: mark.text, color, rightToLeft: document.direction === 'rtl' })],
    }),
    words(document, 'Title', [{ text: document.title }]),
    ours(document, styleIds.remark, [{ text: document.lede }]),
    ...document.facts.map(({ label, text }) =>
      ours(document, styleIds.fact, [{ text: `${label}${document.colon} `, bold: true }, ...text]),
    ),
    ours(document, styleIds.fact, [{ text: document.generated }]),
  ]
}

/** Words of the record, in the direction in which they are written. */
function words(document: PrintDocument, style: string, text: PrintText, more: Partial<IParagraphOptions> = {}): Paragraph {
  const direction = directionOfText(text, document.direction)
  return new Paragraph({ style, bidirectional: direction === 'rtl', children: docxRuns(document, text), ...more })
}

function body(document: PrintDocument): readonly (Paragraph | Table)[] {
  const expect = createSectionCount()
  const follows = createParagraphCount()
  let lists = 0
  const nextList = () => {
    lists += 1
    return lists
  }
  return document.blocks.flatMap((block): readonly (Paragraph | Table)[] => {
    switch (block.kind) {
      case 'heading':
        return [heading(document, block, expect)]
      case 'paragraph':
        return [words(document, block.isRemark ? styleIds.remark : 'Normal', block.text)]
      case 'numbered':
        return numbered(document, block, follows(block.number), nextList)
      default:
        return docxTable(document, block)
    }
  })
}

type Heading = Extract<PrintBlock, { readonly kind: 'heading' }>

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

function heading(
  document: PrintDocument,
  { level, number, text }: Heading,
  follows: (number: string) => number | null,
): Paragraph {
  const real = number === null ? null : follows(number)
  // A number that counting does not lead to (they are fixed once a record is circulated) stands there as words.
  const mark: PrintText = number !== null && real === null ? [{ text: `${sectionMark(number, document.sections)} ` }] : []
  return new Paragraph({
    heading: levels[level - 1] ?? HeadingLevel.HEADING_3,
    bidirectional: directionOfText(text, document.direction) === 'rtl',
    ...(real === null ? {} : { numbering: { reference: numberings.sections, level: real } }),
    children: docxRuns(document, [...mark, ...text]),
  })
}

/** Counts sections as Word will: which level of its numbering leads to this number, or null when none does. */
function createSectionCount(): (number: string) => number | null {
  let top = 0
  let part = 0
  return (number) => {
    if (number === String(top + 1)) {
      top += 1
      part = 0
      return 0
    }
    if (top > 0 && number === `${top}.${part + 1}`) {
      part += 1
      return 1
    }
    return null
  }
}

/** Counts paragraphs as Word will: whether its numbering leads to this number. */
function createParagraphCount(): (number: string) => boolean {
  let last = 0
  return (number) => {
    if (number !== String(last + 1)) return false
    last += 1
    return true
  }
}

function numbered(
  document: PrintDocument,
  { number, isQualifier, content }: Extract<PrintBlock, { readonly kind: 'numbered' }>,
  isCounted: boolean,
  nextList: () => number,
): readonly Paragraph[] {
  const style = isQualifier ? styleIds.qualifier : styleIds.numbered
  const options: Partial<IParagraphOptions> = {
    ...(isCounted ? { numbering: { reference: numberings.paragraphs, level: 0 } } : {}),
    ...(isQualifier ? { indent: { start: 1_134, hanging: 567 } } : {}),
  }
  // A number that counting does not lead to ("7 bis") stands there as words.
  const mark: PrintText = isCounted ? [] : [{ text: `${number}. ` }]
  switch (content.kind) {
    case 'text':
      return [words(document, style, [...mark, ...content.text], options)]
    case 'heading':
      return [
        words(document, style, [...mark, ...content.text.map((run) => ({ ...run, bold: true as const }))], {
          ...options,
          keepNext: true,
        }),
      ]
    default:
      // The paragraph's number stands above its list.
      return [words(document, style, mark, { ...options, keepNext: true }), ...list(document, content, 0, nextList)]
  }
}

function list(
  document: PrintDocument,
  { isOrdered, items }: PrintList,
  depth: number,
  nextList: () => number,
): readonly Paragraph[] {
  const level = Math.min(depth, 8)
  const numbering = isOrdered
    ? { reference: numberings.ordered, level, instance: nextList() }
    : { reference: numberings.bullets, level }
  return items.flatMap((item) =>
    item.content.flatMap((content, place) => {
      if (content.kind === 'list') return list(document, content, depth + 1, nextList)
      const indent = { indent: { start: 964 + 397 * level } }
      return [words(document, 'Normal', content.text, place === 0 ? { numbering } : indent)]
    }),
  )
}
