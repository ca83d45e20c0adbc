import * as Y from 'yjs'
import { isId } from '../../base/index.ts'
import { acceptsMark, nodeRule } from '../nodes.ts'
import { type Field, fieldOf, qualifierFields } from '../schema.ts'
import { type DocumentShape, shapeField } from '../shape.ts'
import { parsePartnerKey } from '../values.ts'
import { type Holder, holderBelow } from './holder.ts'
import type { Deletions } from './ranges.ts'
import type { Spot } from './scene.ts'

/** Whether a new struct may stand at its spot; the sentence says why not. */
export function objection(shape: DocumentShape, item: Y.Item, { standing, key }: Spot, deletions: Deletions): string | null {
  const { holder } = standing
  // What lands in something collected becomes nothing; there is nothing left to break (its words go aside).
  if (holder.kind === 'gone') return null
  const isKeyed = holder.kind !== 'words' && !(holder.kind === 'node' && key === null)
  if (isKeyed && key === null) return 'A map has no list.'
  if (isKeyed && item.rightOrigin !== null) return 'A value of a map has nothing after it.'
  const content = item.content
  switch (content.constructor) {
    case Y.ContentType:
      return content instanceof Y.ContentType
        ? objectionToType(shape, content, holder, key, isTaken(standing, key, deletions))
        : null
    case Y.ContentString:
      return holder.kind === 'words' && key === null ? null : 'Words stand only in a paragraph or heading.'
    case Y.ContentFormat:
      return content instanceof Y.ContentFormat ? objectionToMark(content, holder, key) : null
    case Y.ContentAny:
      return content instanceof Y.ContentAny ? objectionToValue(shape, content, holder, key) : null
    case Y.ContentDeleted:
      return objectionToTrace(shape, holder, key, isTaken(standing, key, deletions))
    default:
      return 'This kind of content has no place in a record.'
  }
}

function objectionToType(
  shape: DocumentShape,
  content: Y.ContentType,
  holder: Holder,
  key: string | null,
  taken: boolean,
): string | null {
  if (holderBelow(shape, holder, key, content.type) === null) return `A ${nameOf(content)} may not stand here.`
  // DECIDED 6: an entry or a text is made once and never overwritten; whoever types in it would lose their words.
  if (taken) return 'What is there may not be overwritten.'
  return null
}

/** Whether a key is in use. Only a qualifier ever leaves its key, by being deleted (also by this very update). */
function isTaken({ holder, type }: Spot['standing'], key: string | null, deletions: Deletions): boolean {
  const there = key === null ? undefined : type?._map.get(key)
  if (there === undefined) return false
  const isFree = there.deleted || deletions.covers(there.id.client, there.id.clock)
  return !(holder.kind === 'qualifiers' && isFree)
}

function objectionToMark(content: Y.ContentFormat, holder: Holder, key: string | null): string | null {
  if (holder.kind !== 'words' || key !== null) return 'A mark stands only on words.'
  const value: unknown = content.value
  return acceptsMark(holder.text, content.key, value) ? null : `The mark ${shown(content.key)} may not stand here.`
}

function objectionToValue(shape: DocumentShape, content: Y.ContentAny, holder: Holder, key: string | null): string | null {
  const accepts = key === null ? null : valueTest(shape, holder, key)
  if (accepts === null) return `There is no value ${shown(key)} here.`
  const [value, ...rest]: readonly unknown[] = content.arr
  return rest.length === 0 && isHarmless(value) && accepts(value) ? null : `The value of ${shown(key)} is not one it may have.`
}

/** A value that was replaced before it was sent, or a node deleted before: fine where such a thing may come and go. */
function objectionToTrace(shape: DocumentShape, holder: Holder, key: string | null, taken: boolean): string | null {
  if (holder.kind === 'words' || (holder.kind === 'node' && key === null))
    return key === null ? null : 'Words have no attributes.'
  if (key !== null && valueTest(shape, holder, key) !== null) return null
  const isNewQualifier = holder.kind === 'qualifiers' && key !== null && isId(key) && !taken
  return isNewQualifier ? null : 'An entry or a text may not be deleted.'
}

/** The test for a plain value at a key of a holder; null where no plain value may be. */
function valueTest(shape: DocumentShape, holder: Holder, key: string): ((value: unknown) => boolean) | null {
  switch (holder.kind) {
    case 'entry':
      return testOf(shapeField(shape, holder.path.root, key))
    case 'qualifier':
      return testOf(fieldOf(qualifierFields, key))
    case 'partners':
      return parsePartnerKey(key) === null ? null : (value) => value === true
    case 'node': {
      const attributes = nodeRule(holder.text, holder.name)?.attributes ?? {}
      return Object.hasOwn(attributes, key) ? (attributes[key] ?? null) : null
    }
    default:
      return null
  }
}

function testOf(field: Field | null): ((value: unknown) => boolean) | null {
  return field?.kind === 'value' ? field.accepts : null
}

/** Own keys named like the prototype would poison whoever copies the value carelessly; the library's own reading has made one of them already. */
function isHarmless(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function'
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== Array.prototype) return false
  return Object.entries(value).every(([key, part]) => key !== '__proto__' && isHarmless(part))
}

function nameOf(content: Y.ContentType): string {
  return content.type instanceof Y.XmlElement ? `node ${shown(content.type.nodeName)}` : 'shared type'
}

/** A foreign name, short and without anything that could disturb a log. */
function shown(name: string | null): string {
  return name === null ? '(none)' : name.replace(/[^\w.-]/g, '?').slice(0, 40)
}
