/** Something that can be found by its words. */
export interface Findable {
  /** "4", "4.2", "A12"; null for what has none. */
  readonly number: string | null
  readonly words: string
}

/** What was found, and which letters of it were asked for: `[from, to)` in its words. */
export interface Found<Entry extends Findable> {
  readonly entry: Entry
  readonly marks: readonly (readonly [number, number])[]
}

/**
 * The entries that have every word of the question, best first: what begins with it, then words that begin with it, then the rest,
 * each in the order given. Accents, case and the vowel signs of Arabic make no difference; an empty question finds everything.
 */
export function findEntries<Entry extends Findable>(
  entries: readonly Entry[],
  question: string,
  locale: string,
): readonly Found<Entry>[] {
  const wanted = wordsOf(question, locale)
  if (wanted.length === 0) return entries.map((entry) => ({ entry, marks: [] }))
  const found: { readonly found: Found<Entry>; readonly rank: number }[] = []
  for (const entry of entries) {
    const match = matchOf(entry, wanted)
    if (match !== null) found.push({ found: { entry, marks: match.marks }, rank: match.rank })
  }
  // Sorting is stable: among equals the order of the meeting stays.
  return found.sort((a, b) => a.rank - b.rank).map((one) => one.found)
}

/** The words of a question as the language divides them (Chinese has no blanks), folded. */
function wordsOf(question: string, locale: string): readonly string[] {
  const pieces = question
    .split(/\s+/u)
    .flatMap((piece) => (hasOwnBreaks(piece) ? segments(piece, locale) : [piece]))
    .map((piece) => fold(piece).text)
  return pieces.filter((piece) => piece !== '')
}

function segments(piece: string, locale: string): readonly string[] {
  const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(piece)].filter((part) => part.isWordLike)
  return words.length === 0 ? [piece] : words.map((part) => part.segment)
}

function hasOwnBreaks(piece: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(piece)
}

interface Match {
  readonly marks: readonly (readonly [number, number])[]
  readonly rank: number
}

function matchOf(entry: Findable, wanted: readonly string[]): Match | null {
  const folded = fold(entry.words)
  const number = entry.number === null ? null : fold(entry.number).text
  const marks: [number, number][] = []
  let rank = 0
  for (const word of wanted) {
    if (number?.startsWith(word)) {
      rank = Math.max(rank, number === word ? 0 : 1)
      continue
    }
    const at = placeOf(folded.text, word)
    if (at === -1) return null
    rank = Math.max(rank, at === 0 ? 1 : isWordStart(folded.text, at) ? 2 : 3)
    marks.push([folded.from[at] ?? 0, folded.to[at + word.length - 1] ?? entry.words.length])
  }
  return { marks: joined(marks), rank }
}

/** Where a word begins with it, else where it stands at all. */
function placeOf(text: string, word: string): number {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) if (isWordStart(text, at)) return at
  return text.indexOf(word)
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')
}

/** Marks in order, those that touch made one. */
function joined(marks: readonly [number, number][]): readonly [number, number][] {
  const sorted = [...marks].sort((a, b) => a[0] - b[0])
  const out: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = out.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

interface Folded {
  readonly text: string
  /** For each unit of the folded text: where the letter it came from begins and ends in the original. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Letters as they are compared: no case, no accents, no vowel signs, one form for the Arabic letters that are written in several. */
function fold(words: string): Folded {
  let text = ''
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const letter of words) {
    const plain = alike(letter)
    // A sign that folds to nothing belongs to the letter before it.
    if (plain === '' && to.length > 0) to[to.length - 1] = at + letter.length
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(at)
      to.push(at + letter.length)
    }
    text += plain
    at += letter.length
  }
  return { text, from, to }
}

const sameLetter: Readonly<Record<string, string>> = {
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

function alike(letter: string): string {
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return sameLetter[plain] ?? plain
}
