import type { Phrases } from './patterns/patternsFor.ts'

/** A text as it stands at the start of a sentence. Only the first letter is touched, and only where it has a capital form. */
export function atStart(text: string): string {
  const [first = ''] = text
  return first.toUpperCase().length === first.length ? first.toUpperCase() + text.slice(first.length) : text
}

/** A text within a sentence: a small word loses its capital, a name keeps it. */
export function within(text: string, { small }: Phrases): string {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? ''
  return small.has(word.toLowerCase()) && word.slice(1) === word.slice(1).toLowerCase()
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}

/** Whether a text begins a sentence of its own, so that it stands behind a colon and not in the flow. */
export function beginsAnew(text: string): boolean {
  const [first = ''] = text
  return /\p{Lu}/u.test(first)
}

/** A sentence with its full stop; one that ends already is left as it is. */
export function ended(text: string): string {
  return /[.!?…:;。！？؟۔][)\]"”’»]*$/u.test(text) ? text : `${text}.`
}

/** Words within a sentence without the full stop that they had alone. */
export function unended(text: string): string {
  return text.trim().replace(/(?<![.])\.$/u, '')
}
