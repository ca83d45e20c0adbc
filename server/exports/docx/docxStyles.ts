import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import type { SectionCount } from '../../../shared/record/index.ts'

/** One ink for words, one for explanations, one for verbs. */
export const inks = {
  words: '1B1B18',
  muted: '5A5A55',
  verb: '17457A',
  rule: 'C9C7C0',
  draft: '8A2B12',
  adopted: '1C5C36',
} as const

/** A font for each kind of script, all of them on common machines. */
export const fonts = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman', eastAsia: 'SimSun' } as const

/** Names of the paragraph styles of our own; headings, title and caption are Word's. */
export const styleIds = {
  head: 'RapporteurHead',
  mark: 'RapporteurMark',
  fact: 'RapporteurFact',
  remark: 'RapporteurRemark',
  numbered: 'RapporteurParagraph',
  qualifier: 'RapporteurQualification',
  cell: 'RapporteurCell',
  cellHead: 'RapporteurCellHead',
} as const

/** Names of the numberings. */
export const numberings = { sections: 'sections', paragraphs: 'paragraphs', bullets: 'bullets', ordered: 'ordered' } as const

/** The styles, all built on Word's own, so that whoever edits the file can change them in one place. */
export function docxStyles(language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: inks.words, font: fonts },
    paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true },
  })
  const own = (id: string, name: string, rest: object) => ({ id, name, basedOn: 'Normal', quickFormat: true, ...rest })
  const small = { size: 19, sizeComplexScript: 19 }
  return {
    default: {
      document: {
        run: {
          font: fonts,
          size: 22,
          sizeComplexScript: 22,
          language: { value: language, eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 36, sizeComplexScript: 36, bold: true, boldComplexScript: true, font: fonts },
        // In parts of the line's own height: a title of two lines in three scripts must not set one over the other.
        paragraph: { spacing: { before: 120, after: 60, line: 264, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(26, 320),
      heading2: heading(23, 240),
      heading3: heading(22, 200),
      caption: {
        run: { ...small, color: inks.muted, italics: false },
        paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
      },
    },
    paragraphStyles: [
      own(styleIds.head, 'Record head', { run: { ...small, color: inks.muted } }),
      own(styleIds.mark, 'Record mark', { run: { ...small, bold: true, boldComplexScript: true } }),
      own(styleIds.fact, 'Record fact', { run: { ...small, color: inks.muted }, paragraph: { spacing: { after: 20 } } }),
      own(styleIds.remark, 'Record remark', { run: { ...small, color: inks.muted } }),
      own(styleIds.numbered, 'Record paragraph', {}),
      own(styleIds.qualifier, 'Record qualification', { basedOn: styleIds.numbered }),
      own(styleIds.cell, 'Record cell', { run: small, paragraph: { spacing: { after: 0 } } }),
      own(styleIds.cellHead, 'Record column', {
        basedOn: styleIds.cell,
        run: { ...small, bold: true, boldComplexScript: true },
        paragraph: { keepNext: true },
      }),
    ],
  }
}

/** The numberings: sections by the agenda, paragraphs through the whole, lists within notes. */
export function docxNumbering(sections: SectionCount): INumberingOptions {
  const format = sections === 'roman' ? LevelFormat.UPPER_ROMAN : LevelFormat.DECIMAL
  const level = (
    index: number,
    kind: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
    left: number,
    hanging: number,
  ) => ({
    level: index,
    format: kind,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: left, hanging } } },
  })
  const depths = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  return {
    config: [
      {
        reference: numberings.sections,
        levels: [level(0, format, '%1.', 567, 567), level(1, LevelFormat.DECIMAL, '%1.%2.', 567, 567)],
      },
      { reference: numberings.paragraphs, levels: [level(0, LevelFormat.DECIMAL, '%1.', 567, 567)] },
      {
        reference: numberings.bullets,
        levels: depths.map((depth) => level(depth, LevelFormat.BULLET, '•', 964 + 397 * depth, 397)),
      },
      {
        reference: numberings.ordered,
        levels: depths.map((depth) => level(depth, LevelFormat.DECIMAL, `%${depth + 1}.`, 964 + 397 * depth, 397)),
      },
    ],
  }
}
