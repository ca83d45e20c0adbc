import { foldWord } from './foldWord.ts'

/** One word of a text: how it is compared, and where it stands (UTF-16, end exclusive). */
export interface Word {
  readonly term: string
  readonly start: number
  readonly end: number
}

/** Scripts that set no spaces: every letter is a place in the text, and a word is letters one after the other. */
export const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const word = new RegExp(
  `[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}\\u0640\\u00ad\\u200b-\\u200d\\u2060])+`,
  'gu',
)
/** Longer than this is no word; the rest of it is not compared. */
const longestWord = 64

/** The words of a text, in order. The same for what is kept and for what is asked, so that they can meet. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(word)) {
    const raw = match[0]
    const term = foldWord(raw.length > longestWord ? raw.slice(0, longestWord) : raw)
    if (term !== '') words.push({ term, start: match.index, end: match.index + raw.length })
  }
  return words
}
