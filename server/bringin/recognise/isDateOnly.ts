import { findDates } from './dates.ts'

/** Whether a line says nothing but a day. */
export function isDateOnly(text: string, language: string): boolean {
  const [mention] = findDates(text, language)
  if (mention === undefined) return false
  const rest = `${text.slice(0, mention.from)}${text.slice(mention.to)}`
  return (rest.match(/\p{L}/gu)?.length ?? 0) <= 3
}
