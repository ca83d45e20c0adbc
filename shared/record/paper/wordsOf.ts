const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** A text as its words and what stands between them, in order; joined they are the text again. Any script. */
export function wordsOf(text: string): readonly string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}
