import type { ItemId } from '../base/index.ts'
import { type MeetingRecord, parseTextPath } from '../record/index.ts'
import { closedToObservers, type Hidden } from './closedToObservers.ts'
import type { Role } from './roles.ts'

/** Where somebody is in a record: the item, and the text as `textPathOf` names it. */
interface Place {
  readonly item: string | null
  readonly field: string | null
}

/** A person's place as this role may see it: nobody is seen inside what is closed to observers. */
export function placeVisibleTo<P extends Place>(role: Role, place: P, record: MeetingRecord): P {
  const hidden = role === 'observer' ? closedToObservers(record) : null
  if (hidden === null) return place
  // What a client says of its place is only a string; one that is no id of a hidden item hides nothing.
  const isItemHidden = place.item !== null && hidden.item(place.item as ItemId)
  const isFieldHidden = isItemHidden || isTextHidden(place.field, hidden, record)
  if (!isFieldHidden) return place
  const caret = 'cursor' in place ? { cursor: null } : {}
  return { ...place, item: isItemHidden ? null : place.item, field: null, ...caret }
}

/** Whether a text lies in what is hidden; a text that cannot be found might. */
function isTextHidden(field: string | null, hidden: Hidden, record: MeetingRecord): boolean {
  if (field === null) return false
  const path = parseTextPath(field)
  if (path === null) return true
  if (path.root === 'items') return hidden.item(path.id)
  const part = record[path.root].find((one) => one.id === path.id)
  return part === undefined || hidden.item(part.item)
}
