import * as Y from 'yjs'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { Range, ReadUpdate, Struct } from './readUpdate.ts'

/** What of an update is new to a document. */
export interface Reduced {
  /** Per client id one run; its first piece may lie partly in what is known, then it counts from `from`. */
  readonly structs: ReadonlyMap<number, NewRun>
  /** Deletions that are not yet in force. */
  readonly deletes: ReadonlyMap<number, readonly Range[]>
  /** The new part alone, as an update; null when nothing is new. */
  readonly bytes: Uint8Array | null
}

/** A person has 200 client ids in a document at most (DECIDED 5); more would only cost time before they are refused. */
const maxNewClients = 200

export interface NewRun {
  readonly structs: readonly Struct[]
  /** First clock that is new. */
  readonly from: number
  /** The clock after the last one. */
  readonly end: number
}

/**
 * Leaves of an update only what is new (DECIDED 3): a stock client's second sync step carries the whole delete set and
 * must not be judged for it. Refuses `gap` when the rest builds on, or deletes, something that was never here.
 */
export function reduceUpdate(read: ReadUpdate, doc: Y.Doc, bytes: Uint8Array, maxClients = maxNewClients): Result<Reduced> {
  const structs = new Map<number, NewRun>()
  let whole = true
  for (const [client, run] of read.structs) {
    const known = Y.getState(doc.store, client)
    const fresh = newRun(run, known)
    if (fresh === null) whole = false
    else if (fresh.structs[0] !== undefined && fresh.structs[0].id.clock > known) return gap()
    else {
      if (fresh.structs.length < run.length || fresh.from > (run[0]?.id.clock ?? 0)) whole = false
      structs.set(client, fresh)
    }
  }
  if (structs.size > maxClients) return refuse('tooMany', 'This update writes under too many client ids.')
  if (!buildsOnKnown(structs, doc)) return gap()
  const deletes = new Map<number, readonly Range[]>()
  for (const [client, ranges] of read.deletes) {
    const fresh = newDeletes(client, ranges, structs.get(client), doc)
    if (fresh === null) return gap()
    if (fresh.length > 0) deletes.set(client, fresh)
    if (!sameRanges(fresh, ranges)) whole = false
  }
  if (structs.size === 0 && deletes.size === 0) return ok({ structs, deletes, bytes: null })
  return ok({ structs, deletes, bytes: whole ? bytes : write(structs, deletes) })
}

function gap() {
  return refuse('gap', 'This builds on something that the server never had.')
}

function newRun(run: readonly Struct[], known: number): NewRun | null {
  const last = run.at(-1)
  const first = run[0]
  if (first === undefined || last === undefined) return null
  const end = last.id.clock + last.length
  if (end <= known) return null
  const structs = first.id.clock >= known ? run : run.filter((struct) => struct.id.clock + struct.length > known)
  return { structs, from: Math.max(known, structs[0]?.id.clock ?? known), end }
}

/** Whether every piece finds its neighbours and parent, in some order. Yjs would keep the rest and try again with each later update. */
function buildsOnKnown(runs: ReadonlyMap<number, NewRun>, doc: Y.Doc): boolean {
  const reached = new Map<number, number>()
  const upTo = (client: number) => reached.get(client) ?? runs.get(client)?.from ?? Y.getState(doc.store, client)
  const met = (id: Y.ID | null) => id === null || id.clock < upTo(id.client)
  const places = new Map([...runs.keys()].map((client) => [client, 0]))
  for (let moved = true; moved && places.size > 0; ) {
    moved = false
    for (const [client, place] of places) {
      const structs = runs.get(client)?.structs ?? []
      let next = place
      for (let struct = structs[next]; struct !== undefined; struct = structs[next]) {
        if (struct instanceof Y.Item) {
          const parent = struct.parent instanceof Y.ID ? struct.parent : null
          if (!met(struct.origin) || !met(struct.rightOrigin) || !met(parent)) break
        }
        next += 1
        reached.set(client, struct.id.clock + struct.length)
      }
      if (next > place) moved = true
      if (next === structs.length) places.delete(client)
      else places.set(client, next)
    }
  }
  return places.size === 0
}

/** The ranges that delete something still standing, in order and apart; null when something unknown is deleted. */
function newDeletes(client: number, ranges: readonly Range[], run: NewRun | undefined, doc: Y.Doc): readonly Range[] | null {
  const known = Y.getState(doc.store, client)
  const structs = doc.store.clients.get(client) ?? []
  const fresh: { clock: number; len: number }[] = []
  const add = (clock: number, end: number) => {
    const last = fresh.at(-1)
    if (last !== undefined && clock <= last.clock + last.len) last.len = Math.max(last.len, end - last.clock)
    else fresh.push({ clock, len: end - clock })
  }
  /** All before this has been looked at: ranges that lie over one another are not walked twice (G11). */
  let seen = 0
  for (const range of [...ranges].sort((one, other) => one.clock - other.clock)) {
    const end = range.clock + range.len
    if (end > Math.max(known, run?.end ?? 0)) return null
    const clock = Math.max(range.clock, seen)
    if (clock >= end) continue
    seen = end
    if (clock < known) {
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
        const struct = structs[index]
        if (struct === undefined || struct.id.clock >= end) break
        if (!struct.deleted) add(Math.max(clock, struct.id.clock), Math.min(end, struct.id.clock + struct.length))
      }
    }
    if (end > known) add(Math.max(clock, known), end)
  }
  return fresh
}

function sameRanges(some: readonly Range[], others: readonly Range[]): boolean {
  return (
    some.length === others.length &&
    some.every((range, index) => range.clock === others[index]?.clock && range.len === others[index]?.len)
  )
}

/** Writes pieces and deletions as an update of their own, as Yjs itself does for a difference. */
function write(runs: ReadonlyMap<number, NewRun>, deletes: ReadonlyMap<number, readonly Range[]>): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const number = (value: number) => writeVarUint(encoder, value)
  number(runs.size)
  // Higher client ids first, as Yjs writes them.
  for (const [client, run] of [...runs].sort(([one], [other]) => other - one)) {
    number(run.structs.length)
    encoder.writeClient(client)
    number(run.from)
    run.structs.forEach((struct, index) => {
      struct.write(encoder, index === 0 ? run.from - struct.id.clock : 0)
    })
  }
  number(deletes.size)
  for (const [client, ranges] of [...deletes].sort(([one], [other]) => other - one)) {
    number(client)
    number(ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}

/** The encoder has no such method of its own; a length in V1 is exactly a variable unsigned integer. */
function writeVarUint(encoder: Y.UpdateEncoderV1, value: number): void {
  encoder.writeLen(value)
}
