import { type Block, lineOf, type Reading } from '../Block.ts'

const underline = /^\s*(={3,}|-{3,}|~{3,}|\*{3,}|_{3,}|#{3,})\s*$/
const bullet = /^(\s*)([-*•–—·▪◦o]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(\S.*)$/u

/** Plain text as blocks: underlined and capital lines are headings, signs and numbers begin entries, indents nest them. */
export function readPlainText(text: string): Reading {
  const lines = text.split('\n')
  const blocks: Block[] = []
  const indents: number[] = []
  lines.forEach((raw, index) => {
    const line = raw.replaceAll('\t', '    ').trimEnd()
    const words = line.trim()
    const at = index + 1
    if (words === '' || underline.test(line)) {
      return
    }
    const next = lines[index + 1] ?? ''
    const isBlankBefore = (lines[index - 1] ?? '').trim() === '' || underline.test(lines[index - 1] ?? '')
    const level = headingLevel(words, next, isBlankBefore)
    if (level !== null) {
      indents.length = 0
      blocks.push({ kind: 'heading', level, from: at, to: at, runs: [{ text: words }], text: words })
      return
    }
    const entry = bullet.exec(line)
    const indent = line.length - line.trimStart().length
    if (entry !== null) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) > indent) indents.pop()
      if ((indents.at(-1) ?? -1) < indent) indents.push(indent)
      const sign = entry[2] ?? ''
      const isNumber = /\d|[a-z][.)]/.test(sign)
      const number = isNumber ? sign.replace(/[()]/g, '').replace(/\.?$/, '.') : null
      const marker = isNumber ? 'number' : 'bullet'
      blocks.push(lineOf({ from: at, to: at }, [{ text: entry[3] ?? '' }], { depth: indents.length, marker, number }))
      return
    }
    // What is indented below an entry belongs to it.
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent && indent > 0) indents.pop()
    if (indent === 0) indents.length = 0
    blocks.push(lineOf({ from: at, to: at }, [{ text: words }], { depth: indents.length }))
  })
  return { lines, blocks, title: null, problems: [] }
}

function headingLevel(words: string, next: string, isBlankBefore: boolean): number | null {
  const under = underline.exec(next)?.[1]
  if (
    under !== undefined &&
    isBlankBefore &&
    words.length <= 120 &&
    Math.abs(under.length - words.length) <= Math.max(12, words.length)
  ) {
    return under.startsWith('=') || under.startsWith('#') || under.startsWith('*') ? 1 : 2
  }
  const marked = /^(#{1,6})\s+\S/.exec(words)
  if (marked !== null) return marked[1]?.length ?? 2
  // Capitals, and more than an abbreviation.
  const letters = words.replace(/[^\p{L}]/gu, '')
  const isCapital = letters.length >= 5 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  const isLabel = /:\s*\S/.test(words)
  return isCapital && isBlankBefore && !isLabel && words.length <= 80 && !/[.!?;,]$/.test(words) ? 3 : null
}
