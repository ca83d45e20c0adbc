import type { RefusalCode } from '../../base/index.ts'

/** Where an update touches a document: root map, entry, and the entry's field (null: the entry itself, newly made). */
export interface TouchedPath {
  readonly root: string
  readonly id: string
  readonly field: string | null
}

/** Words that merging would swallow, because what holds them was deleted by somebody who had not seen them (DECIDED 7). */
export interface LostWords {
  /** Whose words: the Yjs client id under which they were written (not always the sender's). */
  readonly clientId: number
  readonly text: string
  /** Where they stood or were meant for; null when what held them is already collected. */
  readonly path: TouchedPath | null
  /** `sender`: the update writes into something deleted; `others`: the update deletes what it had not seen. */
  readonly whose: 'sender' | 'others'
}

/** What the gate learns about an update before it applies it. */
export type Judgement =
  | {
      readonly ok: true
      /** Each place once; asked of access and of standing by the gate. */
      readonly paths: readonly TouchedPath[]
      readonly lost: readonly LostWords[]
    }
  | { readonly ok: false; readonly code: Extract<RefusalCode, 'shape' | 'overLimit' | 'gap'>; readonly message: string }

/** A Yjs delete set, as `Y.decodeUpdate` gives it. */
export interface DeleteRanges {
  readonly clients: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
}
