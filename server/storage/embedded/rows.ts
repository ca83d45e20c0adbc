import type { PersonId } from '../../../shared/base/index.ts'
import type { Aside, Authorship, StoredDocument } from '../port.ts'
import { sealJson, unsealJson } from './seal.ts'

/** The row that every change of a document reads and writes: it fences late writers by its numbers. */
export interface DocumentHead {
  readonly kind: StoredDocument['kind']
  /** Number of the last frame. */
  readonly seq: number
  /** The snapshot stands for all frames up to this one; 0 when there is none. */
  readonly snapshotSeq: number
  readonly asideCount: number
  /** Set by adoption, never taken back. */
  readonly isFrozen?: true
}

type AsideRow = Omit<Aside, 'update'> & { readonly update: string | null }

/** An aside as stored: its update travels as base64 in JSON. */
export function sealAside(key: string, aside: Aside): Uint8Array {
  const row: AsideRow = { ...aside, update: aside.update && Buffer.from(aside.update).toString('base64') }
  return sealJson(key, row)
}

/** Reads an aside back. */
export function unsealAside(key: string, sealed: Uint8Array): Aside {
  const row = unsealJson<AsideRow>(key, sealed)
  return { ...row, update: row.update === null ? null : new Uint8Array(Buffer.from(row.update, 'base64')) }
}

/** Reads the person of a binding. */
export function unsealPerson(key: string, sealed: Uint8Array): PersonId {
  return unsealJson<PersonId>(key, sealed)
}

/** Reads who wrote in one frame. Rows of an earlier version named the person too, and no type. */
export function unsealAuthors(key: string, sealed: Uint8Array): readonly Authorship[] {
  return unsealJson<readonly Partial<Authorship>[]>(key, sealed).map(
    ({ clientId, clock, length, delegationId, delegationType, at }) => {
      if (clientId === undefined || clock === undefined || length === undefined || at === undefined) {
        throw new Error('A row of authors lacks a field')
      }
      return { clientId, clock, length, delegationId: delegationId ?? null, delegationType: delegationType ?? null, at }
    },
  )
}
