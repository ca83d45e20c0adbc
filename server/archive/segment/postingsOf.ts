/** Turns the words of passages round: by word, the passages that hold it. Steps, so that a long one can be interrupted. */
export function* postingsOf(
  tokens: Uint32Array,
  tokenStart: Uint32Array,
  termCount: number,
): Generator<undefined, { readonly termStart: Uint32Array; readonly postings: Uint32Array }> {
  const passages = tokenStart.length - 1
  const termStart = new Uint32Array(termCount + 1)
  // The last passage seen of each word, counted from 1: a word that stands twice in a passage counts once.
  const last = new Uint32Array(termCount)
  for (let passage = 0; passage < passages; passage += 1) {
    for (let at = tokenStart[passage] ?? 0, end = tokenStart[passage + 1] ?? 0; at < end; at += 1) {
      const term = tokens[at] ?? 0
      if (last[term] === passage + 1) continue
      last[term] = passage + 1
      termStart[term + 1] = (termStart[term + 1] ?? 0) + 1
    }
    if (passage % 4096 === 4095) yield
  }
  for (let term = 0; term < termCount; term += 1) termStart[term + 1] = (termStart[term + 1] ?? 0) + (termStart[term] ?? 0)
  const postings = new Uint32Array(termStart[termCount] ?? 0)
  const next = termStart.slice(0, termCount)
  last.fill(0)
  for (let passage = 0; passage < passages; passage += 1) {
    for (let at = tokenStart[passage] ?? 0, end = tokenStart[passage + 1] ?? 0; at < end; at += 1) {
      const term = tokens[at] ?? 0
      if (last[term] === passage + 1) continue
      last[term] = passage + 1
      const place = next[term] ?? 0
      postings[place] = passage
      next[term] = place + 1
    }
    if (passage % 4096 === 4095) yield
  }
  return { termStart, postings }
}
