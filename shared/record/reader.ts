import * as Y from 'yjs'
import { isId, type MeetingId } from '../base/index.ts'
import { type AllEntries, createAssembler, type SessionSide } from './assemble.ts'
import { type Entries, readEntry } from './entries.ts'
import { keep } from './same.ts'
import { type RootName, rootNames } from './schema.ts'
import type { MeetingRecord } from './types.ts'

/** Reads one document again and again, looking only at what changed in between. */
export interface RecordReader {
  /** The record as it is now. The same objects come back wherever nothing changed. */
  read(meetingId: MeetingId, session: SessionSide): MeetingRecord
  /** Stops listening to the document. */
  close(): void
}

/** Reads a document once, as plain data with its repairs. Never writes to it. */
export function readRecord(doc: Y.Doc, meetingId: MeetingId, session: SessionSide): MeetingRecord {
  const entries: AllEntries = {
    items: readAll(doc, 'items'),
    outcomes: readAll(doc, 'outcomes'),
    actions: readAll(doc, 'actions'),
    targets: readAll(doc, 'targets'),
  }
  return createAssembler()(entries, meetingId, session)
}

/** Makes a reader that keeps unchanged views identical between readings. */
export function createReader(doc: Y.Doc): RecordReader {
  const roots = {
    items: follow(doc, 'items'),
    outcomes: follow(doc, 'outcomes'),
    actions: follow(doc, 'actions'),
    targets: follow(doc, 'targets'),
  }
  const assemble = createAssembler()
  return {
    read: (meetingId, session) => {
      const entries: AllEntries = {
        items: roots.items.read(),
        outcomes: roots.outcomes.read(),
        actions: roots.actions.read(),
        targets: roots.targets.read(),
      }
      return assemble(entries, meetingId, session)
    },
    close: () => {
      for (const root of rootNames) roots[root].close()
    },
  }
}

function readAll<R extends RootName>(doc: Y.Doc, root: R): ReadonlyMap<string, Entries[R]> {
  const entries = new Map<string, Entries[R]>()
  for (const [id, map] of doc.getMap<unknown>(root).entries()) {
    if (map instanceof Y.Map && isId(id)) entries.set(id, readEntry(root, id, map))
  }
  return entries
}

/** Follows one root map: remembers its entries and which fields of which have changed since they were read. */
function follow<R extends RootName>(doc: Y.Doc, root: R) {
  const rootMap = doc.getMap<unknown>(root)
  const entries = new Map<string, Entries[R]>()
  /** Changed fields by entry; null means the entry as a whole. */
  const changed = new Map<string, Set<string> | null>()
  for (const id of rootMap.keys()) changed.set(id, null)

  const notice = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      if (event.target === rootMap) {
        for (const id of event.changes.keys.keys()) changed.set(id, null)
        continue
      }
      const place = placeBelow(event.target, rootMap)
      if (place === null) continue
      const known = changed.get(place.id)
      if (known === null) continue
      const fields = known ?? new Set<string>()
      if (place.field === null) for (const field of event.changes.keys.keys()) fields.add(field)
      else fields.add(place.field)
      changed.set(place.id, fields)
    }
  }
  rootMap.observeDeep(notice)

  const read = (): ReadonlyMap<string, Entries[R]> => {
    for (const [id, fields] of changed) {
      const map = rootMap.get(id)
      const earlier = entries.get(id)
      if (!(map instanceof Y.Map) || !isId(id)) entries.delete(id)
      else if (fields === null || earlier === undefined) entries.set(id, readEntry(root, id, map))
      else entries.set(id, keepFields(earlier, readEntry(root, id, map, earlier, fields)))
    }
    changed.clear()
    return entries
  }
  return { read, close: () => rootMap.unobserveDeep(notice) }
}

/** A field that was read anew and says the same stays the same object. */
function keepFields<E extends object>(earlier: E, later: E): E {
  const before = new Map<string, unknown>(Object.entries(earlier))
  const fields = Object.entries(later).map(([field, value]) => [field, keep(before.get(field), value)])
  // Same fields, each with an equal value.
  return Object.fromEntries(fields) as E
}

/** Which entry, and which of its fields (null: the entry's own map), a changed type lies in. */
function placeBelow(target: Y.AbstractType<unknown>, rootMap: object): { id: string; field: string | null } | null {
  let field: string | null = null
  let id: string | null = null
  let type: Y.AbstractType<unknown> | null = target
  while (type !== null && type !== rootMap) {
    const item: Y.Item | null = type._item
    if (item === null) return null
    field = id
    // List children have no key; only the two keys nearest the root matter.
    id = item.parentSub
    type = item.parent instanceof Y.AbstractType ? item.parent : null
  }
  return id === null ? null : { id, field }
}
