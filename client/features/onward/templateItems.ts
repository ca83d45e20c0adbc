import { type ItemView, type MeetingRecord, plainText } from '../../../shared/record/index.ts'

interface Line {
  readonly title: string
  readonly purpose: ItemView['purpose']
  readonly minutes: number | null
}

/** The agenda of a record as a template has it: without titles that say nothing, and without the review, which each meeting has of its own. */
export function templateItems({ items, session }: Pick<MeetingRecord, 'items' | 'session'>): (Line & { children: Line[] })[] {
  const standing = items.filter((item) => item.number !== null && item.id !== session.reviewing?.item)
  return standing
    .filter((item) => item.parent === null && titleOf(item) !== '')
    .map((item) => ({
      ...lineOf(item),
      children: standing.filter((part) => part.parent === item.id && titleOf(part) !== '').map(lineOf),
    }))
}

function lineOf(item: ItemView): Line {
  return { title: titleOf(item), purpose: item.purpose, minutes: item.minutes }
}

/** As long as a line of a template may be. */
function titleOf({ title }: ItemView): string {
  return plainText(title).replace(/\s+/g, ' ').trim().slice(0, 300)
}
