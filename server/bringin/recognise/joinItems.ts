import type { ItemFound } from './ItemFound.ts'
import { plainWords } from './plainWords.ts'

/** An entry of the agenda and the heading under which it was discussed are one item where their words are the same. */
export function joinAgenda(items: readonly ItemFound[]): readonly ItemFound[] {
  const entries = items.filter((one) => one.isEntry && one.above === null)
  const gone = new Map<ItemFound, ItemFound>()
  for (const item of items) {
    if (item.isEntry && item.blocks.length === 0) continue
    const entry = entries.find(
      (one) =>
        one !== item && one.blocks.length === 0 && !gone.has(one) && ![...gone.values()].includes(one) && isSameTitle(one, item),
    )
    if (entry !== undefined && entry.above === null && item.above === null) gone.set(item, entry)
  }
  for (const [item, entry] of gone) {
    item.into = entry
    const sections = [...(entry.found.sections ?? []), ...(item.isEntry ? [] : (item.found.sections ?? []))]
    const number = entry.found.value.number ?? item.found.value.number
    entry.found = { ...entry.found, value: { ...entry.found.value, number }, sections }
  }
  for (const one of items) if (one.above !== null) one.above = gone.get(one.above) ?? one.above
  return items
}

/** `anyNumber`: in two files a number that differs is a slip, and told as a contradiction. */
function isSameTitle(one: ItemFound, other: ItemFound, anyNumber = false): boolean {
  const [a, b] = [one, other].map(({ found }) => plainWords(found.value.title.replace(/\s*[([][^)\]]*[)\]]\s*/g, ' ')))
  if (a === undefined || b === undefined || a === '') return false
  return (
    a === b &&
    (anyNumber ||
      one.found.value.number === null ||
      other.found.value.number === null ||
      one.found.value.number === other.found.value.number)
  )
}

/** The agenda in a file of its own joins the items of the minutes: same words, one item; else both stay. */
export function joinAgendas(found: readonly (readonly ItemFound[])[]): readonly ItemFound[] {
  const all = found.flat()
  const gone = new Map<ItemFound, ItemFound>()
  for (const entry of all) {
    if (entry.found.part !== 'agenda' || entry.into !== null) continue
    const item = all.find(
      (one) =>
        one.found.part === 'minutes' && one.into === null && ![...gone.values()].includes(one) && isSameTitle(entry, one, true),
    )
    if (item === undefined) continue
    gone.set(entry, item)
    entry.into = item
    const { number, lead, minutes } = entry.found.value
    const { value } = item.found
    item.found = {
      ...item.found,
      value: { ...value, number: value.number ?? number, lead: value.lead ?? lead, minutes: value.minutes ?? minutes },
    }
  }
  for (const one of all) if (one.above !== null) one.above = gone.get(one.above) ?? one.above
  return all
}
