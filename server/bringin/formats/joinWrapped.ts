import { type Block, type Line, wordsOf } from '../Block.ts'

/** Puts lines together again that were one sentence, cut at the width of a page. Lines that begin something stay apart. */
export function joinWrapped(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  const widths = widthsOf(blocks)
  let lastLength = 0
  for (const [index, block] of blocks.entries()) {
    const last = joined.at(-1)
    const isOn = block.kind === 'line' && last?.kind === 'line' && goesOn(last, block, lastLength, widths[index] ?? 0)
    lastLength = block.kind === 'line' ? block.text.length : 0
    if (isOn && block.kind === 'line' && last?.kind === 'line') {
      const hyphen = /\p{Ll}-$/u.test(last.text) && /^\p{Ll}/u.test(block.text)
      const runs = [...last.runs, ...(hyphen ? [] : [{ text: ' ' }]), ...block.runs]
      joined[joined.length - 1] = { ...last, to: block.to, runs, text: wordsOf(runs) }
    } else joined.push(block)
  }
  return joined
}

/** For each line the length of the longest of its paragraph. */
function widthsOf(blocks: readonly Block[]): readonly number[] {
  const widths: number[] = []
  let start = 0
  blocks.forEach((block, index) => {
    const before = blocks[index - 1]
    const isSame = block.kind === 'line' && before?.kind === 'line' && block.from === before.to + 1
    if (!isSame) start = index
    const width = Math.max(block.kind === 'line' ? block.text.length : 0, isSame ? (widths[index - 1] ?? 0) : 0)
    for (let at = start; at <= index; at += 1) widths[at] = width
  })
  return widths
}

/** A line goes on where its first word would not have fitted into the line before, or where that one ends on a comma. */
function goesOn(last: Line, next: Line, lastLength: number, width: number): boolean {
  if (next.marker !== null || last.isQuote !== next.isQuote || next.from !== last.to + 1) return false
  if (next.depth !== last.depth || beginsSomething(next) || width > 110) return false
  if (/[,;&]$|\b(?:and|or|et|ou)$/i.test(last.text)) return true
  if (/:$/.test(last.text)) return false
  const firstWord = next.text.split(/\s/, 1)[0]?.length ?? 0
  if (/^(?:sub)?topics?\s*:/i.test(last.text)) return false
  if (/^[\p{Ll}(]/u.test(next.text)) return lastLength >= 40 || (width >= 50 && lastLength + firstWord + 1 > width)
  return lastLength >= 50 && lastLength + firstWord + 1 > width && !/[.!?]$/.test(last.text)
}

/** A name with a colon, a bold word, a bracketed hour, a sign: the beginning of something new. */
function beginsSomething({ runs, text }: Line): boolean {
  if (runs[0]?.bold === true && text.length > 0) return true
  return /^(\p{Lu}[\p{L}\p{N} .'’&/-]{0,30}\s?:(\s|$)|\p{Lu}{2,4}\s?[-–:]|https?:|<[^>]{1,30}>|\[?\d{1,2}[:h]\d{2}|[@[\]>#*•])/u.test(
    text,
  )
}
