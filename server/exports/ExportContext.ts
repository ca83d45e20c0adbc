import type { GroupId, Millis } from '../../shared/base/index.ts'
import type { Adoption, Correction, VersionLine } from '../../shared/session/index.ts'

/** What a document says beside its record: handed in by whoever asks, so that this room looks nothing up. */
export interface ExportContext {
  readonly groupId: GroupId
  readonly groupName: string
  /** Which version of the record this is; null while it is not circulated. */
  readonly version: number | null
  /** SHA-256 of the canonical record, in hex; null while it is not circulated. */
  readonly fingerprint: string | null
  /** What that version is; null while the record is not circulated, and where nobody asks for it. */
  readonly published: Published | null
  /** What the fingerprint is made of, so that a copy can be checked; null while it is not circulated, and where nobody asks for it. */
  readonly sealed: SealedCopy | null
  /** Numbers of the numbered paragraphs in reading order, as a version fixed them ("7 bis"); null: they are counted. */
  readonly numbers: readonly string[] | null
  /** Delegations of the group by id. */
  readonly delegations: Readonly<Record<string, DelegationName>>
  readonly generatedAt: Millis
}

/** What a version is, beside its number and its fingerprint: how the record came to say this. */
export interface Published extends Pick<VersionLine, 'kind' | 'revision' | 'at' | 'actor' | 'reason'> {
  /** Of a corrigendum: old and new words, less those that the reader may not see. */
  readonly corrections: readonly Correction[]
  /** How the record became firm; null when it had not. */
  readonly adoption: Pick<Adoption, 'at' | 'how' | 'actor'> | null
}

/** As `Sealed` in shared/record, on its way into a file. */
export interface SealedCopy {
  readonly head: unknown
  readonly parts: readonly ({ readonly salt: string; readonly part: unknown } | { readonly hash: string })[]
}

/** How a delegation is called. */
export interface DelegationName {
  readonly name: string
  readonly code: string
}

/** A finished document. */
export interface ExportFile {
  /** A tidy name, with its ending. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** For pages that are looked at in the browser: the only things they may do. Without it the file is downloaded. */
  readonly contentSecurityPolicy?: string
}
