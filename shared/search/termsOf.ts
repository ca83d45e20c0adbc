import { foldLetters } from './foldWord.ts'
import type { SearchTerm, TermPlace } from './types.ts'
import { unspaced, type Word, wordsOf } from './wordsOf.ts'

const unspacedRun = new RegExp(`[${unspaced}\\p{M}]+`, 'gu')
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

interface How {
  /** Everything in one term, word after word. */
  readonly isPhrase: boolean
  /** The last word may be a beginning. */
  readonly isPrefix: boolean
}

/** What has to be there when these words are asked for. Words of a script without spaces are told apart by the segmenter. */
export function termsOf(asked: string, { isPhrase, isPrefix }: How): readonly SearchTerm[] {
  const words = wordsOf(asked)
  if (words.length === 0) return []
  const breaks = isPhrase ? new Set<number>() : wordBreaks(asked)
  const groups: Word[][] = [[]]
  for (const [index, word] of words.entries()) {
    // "follow-up" has no space within: its two halves belong together, as the letters of one Chinese word do.
    if (index > 0 && breaks.has(word.start)) groups.push([])
    groups.at(-1)?.push(word)
  }
  return groups.map((group, index) => {
    const isEnd = index === groups.length - 1
    const last = group.at(-1)
    const typed = asked.slice(group[0]?.start ?? 0, last?.end ?? 0)
    const places = group.map((word) => placeOf(asked, word, isPrefix && isEnd && word === last))
    return { places, typed }
  })
}

function placeOf(asked: string, { term, start, end }: Word, isPrefix: boolean): TermPlace {
  if (!isPrefix) return { forms: [term], isPrefix: false }
  // While an Arabic article is being typed it is not yet known for one: every reading counts.
  const forms = new Set([term])
  for (let rest = foldLetters(asked.slice(start, end)), before = ''; rest !== before; ) {
    forms.add(rest)
    before = rest
    rest = rest.replace(/^(?:[وفبك]?ال|لل)(?=\p{L})/u, '')
  }
  return { forms: [...forms], isPrefix: true }
}

/** Where a new term begins: behind spaces, and between the words of a run without spaces. */
function wordBreaks(text: string): ReadonlySet<number> {
  const breaks = new Set<number>()
  for (const match of text.matchAll(/\s+/gu)) breaks.add(match.index + match[0].length)
  for (const run of text.matchAll(unspacedRun)) {
    breaks.add(run.index)
    breaks.add(run.index + run[0].length)
    for (const { index } of segmenter.segment(run[0])) breaks.add(run.index + index)
  }
  return breaks
}
