import { createNewId, systemRandom } from '../../server/base/index.ts'
import type {
  Append,
  Aside,
  Authorship,
  GroupFile,
  SessionChange,
  StoredDocument,
  StoredMeeting,
} from '../../server/storage/index.ts'
import type { CommandId, DocumentId, GroupId, MeetingId, Millis, PersonId, Result } from '../../shared/base/index.ts'
import { newSession, type SessionState } from '../../shared/session/index.ts'

export const newId = createNewId(systemRandom())
export const somebody = 'a:somebody' as PersonId
export const another = 'g:another' as PersonId

/** Some bytes that can be told from others. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** What the bytes say. */
export function text(content: Uint8Array | null | undefined): string | null {
  return content === null || content === undefined ? null : new TextDecoder().decode(content)
}

/** An append with nothing in it but what is given. */
export function append(after: number, parts: Partial<Append> = {}): Append {
  return { after, frame: null, bindings: [], asides: [], authors: [], ...parts }
}

/** Words set aside. */
export function aside(parts: Partial<Aside> = {}): Aside {
  return {
    id: newId(),
    person: somebody,
    at: 1000 as Millis,
    place: 'outcomes/x/text',
    text: 'words',
    reason: 'locked',
    update: null,
    ...parts,
  }
}

/** A session as a new meeting has it, at a number. */
export function session(seq: number): SessionState {
  const head = {
    title: `Meeting at ${seq}`,
    formalMeeting: null,
    startsAt: null,
    endsAt: null,
    timeZone: null,
    place: null,
    links: [],
    language: 'en',
    attribution: 'named',
    symbol: null,
  } as const
  return { ...newSession(head), seq }
}

/** The change that leads to the session of this number, by a command or none. */
export function change(seq: number, id: CommandId | null = null): SessionChange {
  return { from: seq - 1, next: session(seq), commands: id === null ? [] : [{ id, seq }] }
}

/** Somebody wrote three letters. */
export function authorship(parts: Partial<Authorship> = {}): Authorship {
  return { clientId: 7, clock: 0, length: 3, delegationId: null, delegationType: null, at: 1000 as Millis, ...parts }
}

/** A meeting of a group. */
export function meeting(groupId: GroupId, createdAt = 1000): StoredMeeting {
  return { meetingId: newId<MeetingId>(), groupId, createdAt: createdAt as Millis, session: session(0) }
}

/** A group without people. */
export function group(name = 'Universalization'): GroupFile {
  const settings = {
    id: newId<GroupId>(),
    name,
    purpose: '',
    openTo: '',
    meets: '',
    convention: '',
    rules: { participantsEdit: 'everything', participantsEditDraft: false } as const,
    outcomeKinds: [],
    createdAt: 1000 as Millis,
    sample: false,
  }
  return { group: settings, delegations: [], members: [], seats: [], guests: [] }
}

/** The value of a yes; a no fails the test with its sentence. */
export function must<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`${answer.refusal.code}: ${answer.refusal.message}`)
  return answer.value
}

/** The code of a no; a yes fails the test. */
export function codeOf(answer: Result<unknown>): string {
  if (answer.ok) throw new Error('It was not refused')
  return answer.refusal.code
}

/** All of a document in a row of texts: the snapshot first. */
export function contentOf(document: StoredDocument): readonly (string | null)[] {
  return [...(document.snapshot === null ? [] : [document.snapshot]), ...document.frames].map(text)
}

/** A new document's id. */
export function documentId(): DocumentId {
  return newId<DocumentId>()
}
