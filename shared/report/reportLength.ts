import type { ReportLength, ReportSentence } from './types.ts'

/**
 * Words a minute, read aloud before a formal meeting and followed by interpreters. The founding statement's 670 words or so take
 * about five minutes, which is 130 to 135; the slower figure is taken, so that nobody is cut off.
 */
export const wordsPerMinute = 130

/** How long a report is: what was removed does not count. */
export function reportLength(sentences: readonly Pick<ReportSentence, 'text' | 'removed'>[], language: string): ReportLength {
  const words = sentences.reduce((sum, { text, removed }) => sum + (removed ? 0 : countWords(text, language)), 0)
  return { words, readingSeconds: Math.round((words * 60) / wordsPerMinute) }
}

/** Words as the language divides them; scripts without blanks between words are counted, too. */
export function countWords(text: string, language: string): number {
  let count = 0
  for (const { isWordLike } of segmenterFor(language).segment(text)) if (isWordLike === true) count += 1
  return count
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    // A tag that is none must not end the page.
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}
