import type { FindKind } from '../../../shared/protocol/index.ts'

/** A field of a find as it can be changed. */
export interface FindField {
  readonly name:
    | 'text'
    | 'date'
    | 'start'
    | 'end'
    | 'zone'
    | 'tag'
    | 'name'
    | 'organisation'
    | 'role'
    | 'state'
    | 'words'
    | 'type'
    | 'title'
    | 'number'
    | 'lead'
    | 'minutes'
    | 'parent'
    | 'verb'
    | 'standing'
    | 'actor'
    | 'item'
    | 'task'
    | 'partners'
    | 'due'
    | 'status'
    | 'time'
    | 'place'
  readonly input: 'line' | 'lines' | 'date' | 'hour' | 'count' | 'item' | 'list' | 'choice' | 'due'
  /** Without it the find says nothing. */
  readonly isNeeded?: true
  readonly choices?: readonly string[]
  /** For choices that may be open. */
  readonly mayBeNone?: true
}

export const standings = ['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred'] as const
const types = ['state', 'unEntity', 'internationalOrganization', 'ngo', 'other'] as const

/** By kind of find: its fields, in the order of the form. */
export const findFields: Readonly<Record<FindKind, readonly FindField[]>> = {
  contradiction: [],
  title: [{ name: 'text', input: 'line', isNeeded: true }],
  date: [{ name: 'date', input: 'date', isNeeded: true }],
  time: [
    { name: 'start', input: 'hour' },
    { name: 'end', input: 'hour' },
    { name: 'zone', input: 'line' },
  ],
  place: [{ name: 'text', input: 'line', isNeeded: true }],
  language: [{ name: 'tag', input: 'line', isNeeded: true }],
  person: [
    { name: 'name', input: 'line', isNeeded: true },
    { name: 'organisation', input: 'line' },
    { name: 'role', input: 'line' },
    { name: 'state', input: 'choice', choices: ['present', 'apologies', 'absent'] },
  ],
  count: [
    { name: 'words', input: 'line', isNeeded: true },
    { name: 'type', input: 'choice', choices: types },
  ],
  item: [
    { name: 'title', input: 'line', isNeeded: true },
    { name: 'parent', input: 'item' },
    { name: 'lead', input: 'line' },
    { name: 'minutes', input: 'count' },
  ],
  decision: [
    { name: 'text', input: 'lines', isNeeded: true },
    { name: 'verb', input: 'line' },
    { name: 'standing', input: 'choice', choices: standings, mayBeNone: true },
    { name: 'actor', input: 'line' },
    { name: 'item', input: 'item' },
  ],
  action: [
    { name: 'task', input: 'lines', isNeeded: true },
    { name: 'lead', input: 'line' },
    { name: 'partners', input: 'list' },
    { name: 'due', input: 'due' },
    { name: 'status', input: 'choice', choices: ['open', 'inProgress', 'done', 'dropped'] },
    { name: 'item', input: 'item' },
  ],
  putOff: [{ name: 'item', input: 'item' }],
  nextMeeting: [
    { name: 'words', input: 'line', isNeeded: true },
    { name: 'date', input: 'date' },
    { name: 'time', input: 'hour' },
    { name: 'place', input: 'line' },
  ],
}
