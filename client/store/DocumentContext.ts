import { createContext, useContext } from 'react'
import type { Person } from '../../shared/protocol/index.ts'
import type { Meeting, Readable, Report } from '../sync/index.ts'

/** What records and reports have in common: texts that people write together, a line, a saved sign, people. */
export type OpenText = Pick<
  Meeting | Report,
  | 'asides'
  | 'caretPlace'
  | 'connection'
  | 'document'
  | 'dropAside'
  | 'fragment'
  | 'keeps'
  | 'keepsWords'
  | 'people'
  | 'redo'
  | 'retry'
  | 'saved'
  | 'shelved'
  | 'show'
  | 'storing'
  | 'typedBy'
  | 'undo'
  | 'undoable'
> & {
  readonly standpoint: Readable<{ readonly you: Person | null; readonly mode: 'pen' | 'reader' } | null>
}

export const DocumentContext = createContext<OpenText | null>(null)

/** The document this part of the page belongs to, whatever its kind. */
export function useDocument(): OpenText {
  const document = useContext(DocumentContext)
  if (document === null) throw new Error('There is no document above this component')
  return document
}
