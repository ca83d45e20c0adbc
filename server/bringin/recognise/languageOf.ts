const frequent: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'to', 'of', 'was', 'for', 'that', 'with', 'will', 'is', 'be', 'by', 'this', 'from', 'meeting'],
  fr: ['le', 'la', 'les', 'des', 'et', 'est', 'du', 'une', 'dans', 'pour', 'que', 'qui', 'sur', 'avec', 'aux', 'réunion'],
  es: ['el', 'los', 'las', 'del', 'por', 'con', 'una', 'para', 'y', 'reunión', 'se', 'que'],
  de: ['der', 'die', 'und', 'das', 'ist', 'den', 'von', 'mit', 'für', 'wird', 'sitzung', 'nicht'],
}

/** The language of a text by its most frequent small words, or null where they do not tell. */
export function languageOf(text: string): { readonly tag: string; readonly share: number } | null {
  const letters = text.replace(/[^\p{L}]/gu, '')
  const arabic = letters.match(/\p{Script=Arabic}/gu)?.length ?? 0
  if (arabic > letters.length / 2 && arabic > 20) return { tag: 'ar', share: arabic / letters.length }
  const counts = new Map<string, number>()
  for (const word of text
    .toLowerCase()
    .slice(0, 60_000)
    .match(/\p{L}+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1)
  const scores = Object.entries(frequent).map(([tag, words]) => ({
    tag,
    score: words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0),
  }))
  scores.sort((one, other) => other.score - one.score)
  const [best, next] = scores
  if (best === undefined || best.score < 5 || best.score < (next?.score ?? 0) * 1.4) return null
  return { tag: best.tag, share: best.score / Math.max(1, best.score + (next?.score ?? 0)) }
}
