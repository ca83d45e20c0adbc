import * as Y from 'yjs'
import type { LostWords } from '../../../shared/record/index.ts'
import type { Written } from './Writer.ts'

interface Letter {
  readonly letter: string
  readonly client: number
  readonly clock: number
}

/**
 * Follows every letter that was ever inserted. Each must be in the record, or deleted by a person who had seen it, or told
 * of as lost. What an editor deletes on its own account, while tidying after somebody else's update, excuses nothing: then
 * the letter must stand somewhere else.
 */
export class Ledger {
  readonly #inserted: Letter[] = []
  readonly #deletedByPerson: ((client: number, clock: number) => boolean)[] = []
  readonly #lost = new Set<string>()

  note({ update, by }: Written, lost: readonly LostWords[]): void {
    const { structs, ds } = Y.decodeUpdate(update)
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
      for (const [index, letter] of [...struct.content.str].entries()) {
        this.#inserted.push({ letter, client: struct.id.client, clock: struct.id.clock + index })
      }
    }
    if (by === 'person') {
      const ranges = [...ds.clients].flatMap(([client, list]) =>
        list.map(({ clock, len }) => ({ client, clock, end: clock + len })),
      )
      this.#deletedByPerson.push((client, clock) =>
        ranges.some((range) => range.client === client && clock >= range.clock && clock < range.end),
      )
    }
    for (const { clientId, text } of lost) for (const letter of text) this.#lost.add(`${clientId}${letter}`)
  }

  /** How much happened, so that a test can tell that it was awake. */
  get counts(): { readonly inserted: number; readonly lost: number; readonly deletions: number } {
    return { inserted: this.#inserted.length, lost: this.#lost.size, deletions: this.#deletedByPerson.length }
  }

  /** The letters nobody can answer for. */
  unaccounted(doc: Y.Doc, words: string): readonly string[] {
    const standing = new Set(words)
    const excused = new Set<string>()
    for (const { letter, client, clock } of this.#inserted) {
      const isDeleted = this.#deletedByPerson.some((covers) => covers(client, clock))
      if (isDeleted || this.#lost.has(`${client}${letter}`)) excused.add(letter)
    }
    const missing = this.#inserted.filter((one) => {
      if (isLive(doc, one)) return !standing.has(one.letter)
      const isAnswered =
        this.#deletedByPerson.some((covers) => covers(one.client, one.clock)) || this.#lost.has(`${one.client}${one.letter}`)
      return !isAnswered && !standing.has(one.letter) && !excused.has(one.letter)
    })
    return missing.map(({ letter, client, clock }) => `${letter} ${client}:${clock}`)
  }
}

function isLive(doc: Y.Doc, { client, clock }: Letter): boolean {
  const struct: unknown = Y.getItem(doc.store, Y.createID(client, clock))
  return struct instanceof Y.Item && !struct.deleted
}
