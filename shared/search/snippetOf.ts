import { findHits, type Hit } from './findHits.ts'
import type { SearchTerm, SnippetRun } from './types.ts'

/** A text in runs, with what answers the search marked: for a list of hits and for the record's page alike. */
export function markHits(text: string, terms: readonly SearchTerm[]): readonly SnippetRun[] {
  return runsOf(text, findHits(text, terms), 0, text.length)
}

const usualLetters = 220

/** As much of a text as shows its hits in their surroundings; what is left out is marked by an ellipsis. */
export function snippetOf(text: string, terms: readonly SearchTerm[], letters = usualLetters): readonly SnippetRun[] {
  const line = text.replaceAll('\n', ' ')
  const hits = findHits(line, terms)
  if (line.length <= letters) return runsOf(line, hits, 0, line.length)
  const first = densest(hits, letters * 0.75)
  const wanted = first === undefined ? 0 : Math.max(0, first.start - Math.floor(letters / 4))
  const from = wanted === 0 ? 0 : afterSpace(line, Math.min(wanted, line.length - letters), first?.start ?? 0)
  const to = beforeSpace(line, Math.min(line.length, from + letters))
  const runs = runsOf(line, hits, from, to)
  const left = from > 0 ? [{ text: '…', hit: false }] : []
  const right = to < line.length ? [{ text: '…', hit: false }] : []
  return [...left, ...runs, ...right]
}

function runsOf(text: string, hits: readonly Hit[], from: number, to: number): readonly SnippetRun[] {
  const runs: SnippetRun[] = []
  let at = from
  for (const { start, end } of hits) {
    if (start < from || end > to) continue
    if (start > at) runs.push({ text: text.slice(at, start), hit: false })
    runs.push({ text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < to) runs.push({ text: text.slice(at, to), hit: false })
  return runs
}

/** The hit behind which, within so many letters, most different terms stand. */
function densest(hits: readonly Hit[], letters: number): Hit | undefined {
  let best = hits[0]
  let most = 0
  for (const [index, hit] of hits.entries()) {
    const seen = new Set<number>()
    for (let at = index; at < hits.length; at += 1) {
      const next = hits[at]
      if (next === undefined || next.end > hit.start + letters) break
      seen.add(next.term)
    }
    if (seen.size <= most) continue
    most = seen.size
    best = hit
  }
  return best
}

/** A place not in the middle of a word, where there is one near. */
function afterSpace(text: string, at: number, before: number): number {
  const space = text.indexOf(' ', at)
  return space === -1 || space >= Math.min(before, at + 30) ? wholeLetter(text, at) : space + 1
}

function beforeSpace(text: string, at: number): number {
  if (at >= text.length) return at
  const space = text.lastIndexOf(' ', at)
  return space < at - 30 ? wholeLetter(text, at) : space
}

/** Never between the two halves of one letter. */
function wholeLetter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
