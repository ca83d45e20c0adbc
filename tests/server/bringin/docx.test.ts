import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { readPreview } from '../../../server/bringin/readPreview.ts'
import { seenIn } from '../../support/bringin/seenIn.ts'
import { zipOf } from '../../support/bringin/zipOf.ts'
import { must } from '../../support/storageSamples.ts'

const words = (text: string) => new Paragraph({ children: [new TextRun(text)] })
const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] })
const table = (rows: readonly (readonly string[])[]) =>
  new Table({
    rows: rows.map((cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [words(cell)] })) })),
  })

async function seen(document: Document): Promise<readonly string[]> {
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  return seenIn(must(readPreview([{ part: 'minutes', name: 'minutes.docx', bytes }])))
}

test('[BRI26] a Word document is read by its styles, lists and tables; its lines are its paragraphs, entries and rows', async () => {
  const numbering = { config: [{ reference: 'items', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }] }
  const numbered = (text: string) => new Paragraph({ numbering: { reference: 'items', level: 0 }, children: [new TextRun(text)] })
  const found = await seen(
    new Document({
      numbering,
      sections: [
        {
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun('Water Board: minutes')] }),
            table([
              ['Date', '9 September 2024'],
              ['Location', 'Pump house'],
              ['Chair', 'Ida Moen'],
            ]),
            heading('Attendance'),
            table([
              ['Name', 'Organisation', 'Attended'],
              ['Ida Moen', 'Water Board', 'Yes'],
              ['Per Aas', 'Town of Lund', 'Apologies'],
            ]),
            heading('Discussion'),
            numbered('Leaks in the north'),
            words('Two leaks were found in August.'),
            words('DECISION: The north main is replaced.'),
            numbered('Prices'),
            words('The board noted the new prices.'),
            heading('Actions'),
            table([
              ['What', 'Who', 'By when'],
              ['Order the pipes', 'Ida Moen', '1 October 2024'],
              ['Write to the town', 'Per Aas', 'end of the year'],
            ]),
          ],
        },
      ],
    }),
  )
  expect(found.filter((line) => !line.includes('language'))).toEqual([
    '1 title: Water Board: minutes',
    '2 date: 2024-09-09',
    '3 place: Pump house',
    '7 person: Ida Moen | Water Board | present',
    '8 person: Per Aas | Town of Lund | apologies',
    '10 item: 1 Leaks in the north',
    '12 decision: [decided -] The north main is replaced. <Leaks in the north>',
    '13 item: 2 Prices',
    '14 decision?: [noted - The board] the new prices. <Prices>',
    '17 action: [Ida Moen; 2024-10-01; open] Order the pipes',
    '18 action: [Per Aas; "end of the year"; open] Write to the town',
  ])
})

test('[BRI27] words struck out by a tracked change are not read, inserted ones are', () => {
  const body =
    '<w:p><w:r><w:t>Present: Ann Lee, </w:t></w:r><w:del><w:r><w:delText>Eve Gone</w:delText><w:t>Eve Gone</w:t></w:r></w:del><w:ins><w:r><w:t>Bo Chen</w:t></w:r></w:ins></w:p>'
  const bytes = zipOf([
    { name: 'word/document.xml', content: new TextEncoder().encode(`<w:document><w:body>${body}</w:body></w:document>`) },
  ])
  const preview = must(readPreview([{ part: 'minutes', name: 'a.docx', bytes }]))
  expect(preview.sources[0]?.lines).toEqual(['Present: Ann Lee, Bo Chen'])
})
