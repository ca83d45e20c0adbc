import * as Y from 'yjs'
import { type Millis, ok, type PersonId, type Refusal, type Result } from '../../shared/base/index.ts'
import { type Collected, type DocumentShape, judgeUpdate, type LostWords, type TouchedPath } from '../../shared/record/index.ts'
import { type ClientIds, endedClient, type Unwritten } from './ClientIds.ts'
import type { Standing } from './face.ts'
import { judgeTyping, type KnownWords } from './judgeTyping.ts'
import { readTyping } from './readTyping.ts'
import { readUpdate } from './readUpdate.ts'
import { type Reduced, reduceUpdate } from './reduceUpdate.ts'
import type { Side } from './Side.ts'
import type { Written } from './Written.ts'

/** Who brings an update. */
export interface Sender {
  readonly person: PersonId
  readonly standing: Standing
  readonly unwritten: Unwritten
}

/** The document that an update is judged against, and what is remembered of its past. */
interface Settled {
  readonly doc: Y.Doc
  readonly collected: Pick<Collected, 'pathOf'>
  /** What a document of this kind consists of. */
  readonly shape: DocumentShape
  /** Where its runs of words belong. */
  readonly known: KnownWords
}

/** What the room does with an update. */
export type Verdict =
  /** Nothing in it was new: saved already, whoever sends it and whenever. */
  | { readonly kind: 'known' }
  | {
      readonly kind: 'accepted'
      readonly bytes: Uint8Array
      readonly written: readonly Written[]
      readonly lost: readonly LostWords[]
    }
  /** The right to write it has ended since: not merged, but not dropped either (DECIDED 7). */
  | {
      readonly kind: 'late'
      readonly refusal: Refusal
      readonly bytes: Uint8Array
      readonly path: TouchedPath | null
      readonly text: string
      readonly clients: readonly number[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly clients: readonly number[] }

/** Judges one update against the document as it stands, and changes nothing of it. Order: bytes, ids, gaps, shape, rights. */
export function judge(
  bytes: Uint8Array,
  sender: Sender,
  { doc, collected, shape, known }: Settled,
  ids: ClientIds,
  side: Pick<Side, 'rights'>,
  now: Millis,
): Verdict {
  const plain = judgePlain(bytes, sender, { doc, collected, shape, known }, ids, side, now)
  if (plain !== null) return plain
  const read = readUpdate(bytes)
  if (!read.ok) return { kind: 'refused', refusal: read.refusal, clients: [] }
  const reduced = reduceUpdate(read.value, doc, bytes)
  if (!reduced.ok) return withoutFooting(reduced.refusal, [...read.value.structs.keys()], ids)
  if (reduced.value.bytes === null) return { kind: 'known' }
  const clients = [...reduced.value.structs.keys()]
  const owned = bringAll(clients, sender, ids)
  if (!owned.ok) return refused(owned.refusal, mine(clients, sender, ids))
  const added = { structs: flatten(reduced.value), ds: { clients: reduced.value.deletes } }
  const form = judgeUpdate(doc, added, collected.pathOf, shape)
  if (!form.ok) return refused({ code: form.code, message: form.message }, clients)
  const right = side.rights(form.paths, sender.standing, now)
  if (right.ok) {
    return { kind: 'accepted', bytes: reduced.value.bytes, written: writtenIn(reduced.value), lost: form.lost }
  }
  const { refusal } = right
  // An observer who never had a pen is a plain no; somebody whose right has ended wrote in good faith.
  const had = refusal.code !== 'forbidden' || ids.hasWritten(sender.person)
  return had
    ? { kind: 'late', refusal, bytes: reduced.value.bytes, path: form.paths[0] ?? null, text: wordsOf(reduced.value), clients }
    : refused(refusal, clients)
}

/** The short way for what nearly every key makes; null for all that is not as plain, and for every no: the full judgement words it. */
function judgePlain(
  bytes: Uint8Array,
  sender: Sender,
  { doc, shape, known }: Settled,
  ids: ClientIds,
  side: Pick<Side, 'rights'>,
  now: Millis,
): Verdict | null {
  const typing = readTyping(bytes)
  // Only ids under which this person has written before: binding one is the full judgement's.
  if (typing === null || ids.isEnded(typing.client) || ids.ownerOf(typing.client) !== sender.person) return null
  const path = judgeTyping(typing, doc, shape, known)
  if (path === null || !side.rights([path], sender.standing, now).ok) return null
  const { client: clientId, clock, length } = typing
  return { kind: 'accepted', bytes, written: [{ clientId, clock, length }], lost: [] }
}

function refused(refusal: Refusal, clients: readonly number[]): Verdict {
  return { kind: 'refused', refusal, clients }
}

/**
 * What follows a refused update has a gap, too; the first cause is the more useful answer. A gap by itself ends no id: a frame was lost
 * on the way, and whoever brings it again with what it builds on has done nothing wrong (C2).
 */
function withoutFooting(refusal: Refusal, clients: readonly number[], ids: ClientIds): Verdict {
  return refused(clients.some((clientId) => ids.isEnded(clientId)) ? endedClient : refusal, [])
}

/** The ids among these that a refusal may end: those of others are not the sender's to lose. */
function mine(clients: readonly number[], sender: Sender, ids: ClientIds): number[] {
  return clients.filter((clientId) => ids.ownerOf(clientId) === sender.person)
}

function bringAll(clients: readonly number[], sender: Sender, ids: ClientIds): Result<null> {
  for (const clientId of clients) {
    const brought = ids.bring(clientId, sender.person, sender.unwritten)
    if (!brought.ok) return brought
  }
  return ok(null)
}

function flatten(reduced: Reduced): (Y.Item | Y.GC)[] {
  return [...reduced.structs.values()].flatMap((run) => run.structs)
}

/** The letters an update brings, in the order of its clocks: enough for its author to know the words again. */
function wordsOf(reduced: Reduced): string {
  const lines: string[] = []
  let line = ''
  for (const struct of flatten(reduced)) {
    const content = struct instanceof Y.Item ? struct.content : null
    if (content instanceof Y.ContentString) line += content.str
    else if (content instanceof Y.ContentType && line !== '') {
      lines.push(line)
      line = ''
    }
  }
  return [...lines, line].join('\n').trim()
}

function writtenIn(reduced: Reduced): Written[] {
  return [...reduced.structs].map(([clientId, run]) => ({ clientId, clock: run.from, length: run.end - run.from }))
}
