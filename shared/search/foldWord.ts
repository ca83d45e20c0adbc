/** Letters that decomposing leaves as they are, though people type the simple ones for them. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ٱ: 'ا',
  ک: 'ك',
  ی: 'ي',
}
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu')

/** Marks, the Arabic stroke that only fills a line, joiners and soft hyphens: written or left out, the word is the same. */
const silent = /[\p{Mn}\u0640\u00ad\u200b-\u200f\u2060\ufeff]/gu
/** Arabic-Indic digits, and the Persian ones. */
const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/g
const plain = /^[a-z0-9]+$/
const article = /^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u

/** A word as it is compared: case, accents, width, and the forms of Arabic letters folded away; Arabic without its article. */
export function foldWord(word: string): string {
  return withoutArticle(foldLetters(word))
}

/** The same with the article left on, for a word that is still being typed. */
export function foldLetters(word: string): string {
  if (plain.test(word)) return word
  return word
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(silent, '')
    .replace(alikeLetters, (letter) => alike[letter] ?? letter)
    .replace(easternDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
}

/** Again and again, so that a word that only looks as if it had an article is cut in the same way with and without one. */
function withoutArticle(folded: string): string {
  let word = folded
  while (article.test(word)) word = word.replace(article, '')
  return word
}
