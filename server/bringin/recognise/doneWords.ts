/** Words that tell of something done and of no task: "PR landed", "Ann and Bob confirmed for the roles of …". */
export function isDone(words: string): boolean {
  if (words.length > 140 || /\b(?:will|shall|please)\b/i.test(words)) return false
  return (
    /(?:^|\s)(?:landed|merged|approved|closed|completed|adopted)\s*[.!]?$/i.test(words) ||
    /\bconfirmed\b(?!\s+(?:by|with))/i.test(words)
  )
}
