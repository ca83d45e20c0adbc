import { useMemo } from 'react'
import type { Person } from '../../shared/protocol/index.ts'
import type { CaretPlace } from '../sync/index.ts'
import { useDocument } from './DocumentContext.ts'
import { useReadable, useSelected } from './useReadable.ts'

/** Everybody in the meeting, this person too. */
export function usePeople(): readonly Person[] {
  return useReadable(useDocument().people)
}

/** Everybody else. */
export function useOthers(): readonly Person[] {
  const meeting = useDocument()
  const people = useReadable(meeting.people)
  const me = useSelected(meeting.standpoint, (standpoint) => standpoint?.you?.connection)
  return useMemo(() => people.filter((person) => person.connection !== me), [people, me])
}

/** Somebody who writes in a text just now. */
export interface Writer {
  readonly connection: string
  readonly clientId: number | null
  readonly code: string
  readonly name: string
  readonly colour: number
  /** Where their caret stands, for a text that is only shown; null when it cannot be told. */
  readonly place: CaretPlace | null
  /** Their selection as it came, for an editor. */
  readonly cursor: unknown
}

/** Who else writes in this text. `shown` is the text as it is drawn, so that places are found anew when it changes. */
export function useWriters(path: string, shown: unknown): readonly Writer[] {
  const meeting = useDocument()
  const others = useOthers()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed text moves the carets in it
  return useMemo(() => {
    const here = others.filter((person) => person.state?.field === path && !person.state.away)
    return here.length === 0
      ? nobody
      : here.map((person) => writer(person, meeting.caretPlace(path, headOf(person.state?.cursor))))
  }, [others, path, shown, meeting])
}

const nobody: readonly Writer[] = []

function writer(person: Person, place: CaretPlace | null): Writer {
  return {
    connection: person.connection,
    clientId: person.clientId,
    code: plateOf(person),
    name: person.name,
    colour: person.colour,
    place,
    cursor: person.state?.cursor ?? null,
  }
}

/** The word on somebody's nameplate: their delegation's code, else the first letters of their name. */
export function plateOf(person: Person): string {
  if (person.code !== null) return person.code
  const letters = person.name
    .split(/\s+/u)
    .map((word) => [...word][0] ?? '')
    .join('')
  return letters.slice(0, 3).toLocaleUpperCase()
}

function headOf(cursor: unknown): unknown {
  return typeof cursor === 'object' && cursor !== null && 'head' in cursor ? cursor.head : null
}
