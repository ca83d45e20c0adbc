import * as Y from 'yjs'
import { isId } from '../../base/index.ts'
import { nodeRule } from '../nodes.ts'
import { type Field, fieldOf, qualifierFields, type TextKind } from '../schema.ts'
import { type DocumentShape, shapeField } from '../shape.ts'
import type { TouchedPath } from './judgement.ts'

/** Any shared type of Yjs. */
export type AnyType = Exclude<Y.Item['parent'], Y.ID | null>

/** What a shared type is in the record, by where it hangs. */
export type Holder =
  | { readonly kind: 'root'; readonly root: string }
  | { readonly kind: 'entry'; readonly path: TouchedPath }
  | { readonly kind: 'partners'; readonly path: TouchedPath }
  | { readonly kind: 'qualifiers'; readonly path: TouchedPath }
  | { readonly kind: 'qualifier'; readonly path: TouchedPath }
  /** A fragment (name '') or an element in it. */
  | {
      readonly kind: 'node'
      readonly path: TouchedPath
      readonly text: TextKind
      readonly name: string
      readonly fragment: AnyType
      readonly maxLength: number
    }
  | {
      readonly kind: 'words'
      readonly path: TouchedPath
      readonly text: TextKind
      readonly fragment: AnyType
      readonly maxLength: number
    }
  /** Deleted and collected: nothing is known of it but, sometimes, where it hung. */
  | { readonly kind: 'gone'; readonly path: TouchedPath | null }

/** What a type would be under a holder, at a key (null: in its list); null when it may not be there. */
export function holderBelow(shape: DocumentShape, parent: Holder, key: string | null, type: AnyType): Holder | null {
  switch (parent.kind) {
    case 'root':
      return key !== null && isId(key) && isA(type, Y.Map)
        ? { kind: 'entry', path: { root: parent.root, id: key, field: null } }
        : null
    case 'entry':
      return key === null ? null : holderOfField(shapeField(shape, parent.path.root, key), { ...parent.path, field: key }, type)
    case 'qualifiers':
      return key !== null && isId(key) && isA(type, Y.Map) ? { kind: 'qualifier', path: parent.path } : null
    case 'qualifier':
      return key === null ? null : holderOfField(fieldOf(qualifierFields, key), parent.path, type)
    case 'node':
      return key === null ? holderOfNode(parent, type) : null
    case 'gone':
      return parent
    default:
      return null
  }
}

/** Where an edit at a key of a holder lies. */
export function pathAt(holder: Holder, key: string | null): TouchedPath | null {
  switch (holder.kind) {
    case 'root':
      return key === null ? null : { root: holder.root, id: key, field: null }
    case 'entry':
      return { ...holder.path, field: key }
    default:
      return holder.path
  }
}

function holderOfField(field: Field | null, path: TouchedPath, type: AnyType): Holder | null {
  if (field === null) return null
  switch (field.kind) {
    case 'text':
      return isA(type, Y.XmlFragment)
        ? { kind: 'node', path, text: field.text, name: '', fragment: type, maxLength: field.maxLength }
        : null
    case 'partners':
    case 'qualifiers':
      return isA(type, Y.Map) ? { kind: field.kind, path } : null
    default:
      return null
  }
}

function holderOfNode(parent: Extract<Holder, { kind: 'node' }>, type: AnyType): Holder | null {
  const rule = nodeRule(parent.text, parent.name)
  if (rule === null) return null
  const { path, text, fragment, maxLength } = parent
  if (isA(type, Y.XmlText)) return rule.holdsWords ? { kind: 'words', path, text, fragment, maxLength } : null
  if (!(type instanceof Y.XmlElement) || !rule.children.includes(type.nodeName)) return null
  return { kind: 'node', path, text, name: type.nodeName, fragment, maxLength }
}

/** By constructor and not by `instanceof`: an XmlHook is a Map and an XmlElement a Fragment, and neither is wanted there. */
function isA(type: AnyType, kind: unknown): boolean {
  return type.constructor === kind
}
