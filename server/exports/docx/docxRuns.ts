import { type IRunOptions, TextRun } from 'docx'
import { languageOf, type Script, scriptRuns } from '../document/direction.ts'
import type { PrintDocument, PrintRun, PrintText } from '../document/PrintDocument.ts'
import { inks } from './docxStyles.ts'

/**
 * Words as runs of Word, cut by script: what is written from right to left is marked so, and each stretch says its language. A
 * link becomes its words and its address: a document that leaves the house leads nowhere by itself (RELIABILITY W4).
 */
export function docxRuns(document: PrintDocument, text: PrintText): readonly TextRun[] {
  return text.flatMap((run) => [...styledRuns(document, run), ...address(document, run)])
}

function styledRuns(document: PrintDocument, run: PrintRun): readonly TextRun[] {
  return scriptRuns(run.text).map(({ text, script }) => {
    const language = languageOf(script, run.aside === true ? document.wordsLanguage : document.language)
    return new TextRun({ ...lines(text), ...look(run), ...scriptLook(script, language) })
  })
}

function look(run: PrintRun): Partial<IRunOptions> {
  const isBold = run.bold === true || run.verb === true
  const isItalic = run.italic === true || run.verb === true
  return {
    ...(isBold ? { bold: true, boldComplexScript: true } : {}),
    ...(isItalic ? { italics: true, italicsComplexScript: true } : {}),
    ...(run.verb === true ? { color: inks.verb } : run.aside === true ? { color: inks.muted } : {}),
    ...(run.aside === true ? { size: 19, sizeComplexScript: 19 } : {}),
  }
}

function scriptLook(script: Script, language: string): Partial<IRunOptions> {
  switch (script) {
    case 'arabic':
    case 'hebrew':
      return { rightToLeft: true, language: { bidirectional: language } }
    case 'han':
      return { language: { eastAsia: language } }
    default:
      return { language: { value: language } }
  }
}

/** Line feeds as breaks; the first line stands where it is. */
function lines(text: string): Partial<IRunOptions> {
  const [first = '', ...rest] = text.split('\n')
  if (rest.length === 0) return { text: first }
  return { children: [first, ...rest.flatMap((line) => [new TextRun({ text: line, break: 1 })])] }
}

function address(document: PrintDocument, { link, text }: PrintRun): readonly TextRun[] {
  if (link === undefined || link === text) return []
  return styledRuns(document, { text: ` <${link}>`, aside: true })
}
