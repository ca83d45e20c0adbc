import type { DocumentId, MeetingId } from '../../shared/base/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Storage } from '../storage/index.ts'

/** Hears of every change that has been stored, before whoever made it does. */
export interface StorageListener {
  document(documentId: DocumentId): void
  session(meetingId: MeetingId, session: SessionState): void
}

/** The same storage, which tells of what it has stored: so that nobody who changes a meeting has to think of the archive. */
export function watchStorage(storage: Storage, listener: StorageListener): Storage {
  const meetings = withAfter(storage.meetings, {
    create: async (made, meeting, ...rest) => {
      const result = await made(meeting, ...rest)
      if (result.ok) listener.session(meeting.meetingId, meeting.session)
      return result
    },
    commit: async (made, meetingId, change) => {
      const result = await made(meetingId, change)
      if (result.ok) listener.session(meetingId, change.next)
      return result
    },
  })
  const documents = withAfter(storage.documents, {
    append: async (made, documentId, append) => {
      const result = await made(documentId, append)
      if (result.ok && append.frame !== null) listener.document(documentId)
      return result
    },
  })
  return replaced(storage, { meetings, documents })
}

type Method = (...args: never[]) => unknown
type Wrappers<T> = {
  readonly [Name in keyof T]?: T[Name] extends (...args: infer Args) => infer Answer
    ? (made: (...args: Args) => Answer, ...args: Args) => Answer
    : never
}

/** An object with some methods wrapped; the others are its own, called on it. */
function withAfter<T extends object>(inner: T, wrappers: Wrappers<T>): T {
  const bound = new Map<string | symbol, Method>()
  return new Proxy(inner, {
    get(target, name) {
      const known = bound.get(name)
      if (known !== undefined) return known
      const own: unknown = Reflect.get(target, name, target)
      if (typeof own !== 'function') return own
      const method = own.bind(target) as Method // checked just now
      // Its type says that there is a wrapper for a method only under the method's own name.
      const wrapper = (wrappers as Readonly<Record<string | symbol, ((made: Method, ...args: never[]) => unknown) | undefined>>)[
        name
      ]
      const made: Method = wrapper === undefined ? method : (...args) => wrapper(method, ...args)
      bound.set(name, made)
      return made
    },
  })
}

/** An object with some properties replaced, whatever it is made of. */
function replaced<T extends object>(inner: T, instead: Partial<T>): T {
  return new Proxy(inner, {
    get(target, name) {
      if (Object.hasOwn(instead, name)) return Reflect.get(instead, name)
      const own: unknown = Reflect.get(target, name, target)
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
}
