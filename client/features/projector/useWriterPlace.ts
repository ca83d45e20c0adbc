import { useMemo, useRef } from 'react'
import type { Person } from '../../../shared/protocol/index.ts'
import type { OutcomeView } from '../../../shared/record/index.ts'
import { plateOf, type Writer } from '../../store/index.ts'
import { changedPlace } from './changedPlace.ts'

interface Seen {
  readonly outcome: OutcomeView
  readonly place: Writer['place']
}

/** The one who drafts, with a caret where their letters come in; of several nobody can tell whose letters they are. */
export function useWriterPlace(outcome: OutcomeView, writers: readonly Person[]): readonly Writer[] {
  const seen = useRef<Seen>({ outcome, place: null })
  const before = seen.current
  let { place } = before
  if (before.outcome.id !== outcome.id) place = null
  else if (before.outcome.text !== outcome.text) place = changedPlace(before.outcome.text, outcome.text) ?? place
  if (before.outcome !== outcome) seen.current = { outcome, place }
  const [writer] = writers
  const isOne = writers.length === 1
  return useMemo(() => {
    if (writer === undefined || !isOne || place === null) return nobody
    const { connection, clientId, name, colour } = writer
    return [{ connection, clientId, code: plateOf(writer), name, colour, place, cursor: null }]
  }, [writer, isOne, place])
}

const nobody: readonly Writer[] = []
