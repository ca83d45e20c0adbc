import { BorderStyle, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { directionOfText } from '../document/direction.ts'
import type { PrintDocument, PrintTable, PrintText } from '../document/PrintDocument.ts'
import { docxRuns } from './docxRuns.ts'
import { inks, styleIds } from './docxStyles.ts'

/** Width between the margins of an A4 page, in twentieths of a point. */
const textWidth = 9_638

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const rule = { style: BorderStyle.SINGLE, size: 4, color: inks.rule } as const

/** A table with its caption: the head is repeated on each page, and no row is cut. */
export function docxTable(document: PrintDocument, table: PrintTable): readonly (Paragraph | Table)[] {
  const sum = table.widths.reduce((all, width) => all + width, 0)
  const columnWidths = table.widths.map((width) => Math.floor((textWidth * width) / sum))
  const row = (cells: readonly PrintText[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell, column) => {
        const isFigure = table.figures.includes(column)
        return new TableCell({
          width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
          margins: { top: 50, bottom: 50, left: 80, right: 80 },
          children: [cellParagraph(document, cell, isHead, isFigure)],
        })
      }),
    })
  return [
    new Paragraph({
      style: 'Caption',
      bidirectional: document.direction === 'rtl',
      children: docxRuns(document, [{ text: table.caption }]),
    }),
    new Table({
      rows: [
        row(
          table.head.map((text) => [{ text }]),
          true,
        ),
        ...table.rows.map((cells) => row(cells, false)),
      ],
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths,
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: document.direction === 'rtl',
      tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
      borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: none },
    }),
    // Two tables without a paragraph between them would be one. It is low, or a table that fills its page would leave an empty one behind.
    new Paragraph({
      style: styleIds.cell,
      spacing: { before: 0, after: 0, line: 80, lineRule: LineRuleType.EXACT },
      children: [],
    }),
  ]
}

function cellParagraph(document: PrintDocument, cell: PrintText, isHead: boolean, isFigure: boolean): Paragraph {
  const direction = isHead ? document.direction : directionOfText(cell, document.direction)
  return new Paragraph({
    style: isHead ? styleIds.cellHead : styleIds.cell,
    bidirectional: direction === 'rtl',
    ...(isFigure ? { alignment: 'end' as const } : {}),
    children: docxRuns(document, cell),
  })
}
