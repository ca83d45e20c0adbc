import { type CopiedPart, type CopyDifference, compareWords, type RecordEdit, textPathOf } from '../../../shared/record/index.ts'
import type { Meeting } from '../../sync/index.ts'
import { sessionFacts } from './differences.ts'

type Of<K extends CopiedPart['kind']> = Extract<CopiedPart, { kind: K }>

/** What of an open meeting taking in needs. */
export type Writer = Pick<Meeting, 'edit' | 'writeAgain' | 'rewrite'>

/**
 * Says in the record what a copy says, by ordinary edits under the name of whoever takes it in: gate, locks and standings hold as for
 * everything they write. False when something of it could not be written; what could be stays. `from`: words that say whose copy it was.
 */
export function takeIn(meeting: Writer, { part, now, fields }: CopyDifference, from: string): boolean {
  if (part.kind === 'note') return takeNote(meeting, part, now, from)
  const edits = now === null ? addingOf(part) : changingOf(part, now, new Set(fields))
  return edits.map((edit) => meeting.edit(edit).ok).every((ok) => ok)
}

/** A line that only grew is written over where it stands; another comes behind the others, and says where it comes from. */
function takeNote(meeting: Writer, part: Of<'note'>, now: CopiedPart | null, from: string): boolean {
  const path = textPathOf.notes(part.item)
  if (now !== null && meeting.rewrite(path, now.words, part.words, compareWords)) return true
  return meeting.writeAgain(path, `${from} ${part.words}`)
}

function addingOf(part: Exclude<CopiedPart, { kind: 'note' }>): readonly RecordEdit[] {
  switch (part.kind) {
    case 'item': {
      const { id, parent, words, notes, lead, purpose, minutes, papers, carriedOverFrom } = part
      const values = { lead, purpose, minutes, papers, carriedOverFrom }
      return [{ kind: 'item.add', id, parent, after: 'last', title: words, values, ...(notes === null ? {} : { notes }) }]
    }
    case 'outcome': {
      const { id, item, verb, actor, words, qualifiers } = part
      return [
        { kind: 'outcome.add', id, item, after: 'last', values: { kind: verb, actor }, text: words },
        ...qualifiers.map((one): RecordEdit => addingQualifier(part, one)),
      ]
    }
    case 'action': {
      const { id, item, outcome, words, lead, partners, due, basis } = part
      return [{ kind: 'action.add', id, item, after: 'last', values: { outcome, lead, due, basis }, partners, task: words }]
    }
    case 'target': {
      const { id, item, outcome, words, figure, atLeast, event, whose } = part
      return [{ kind: 'target.add', id, item, after: 'last', what: words, values: { outcome, figure, atLeast, event, whose } }]
    }
  }
}

function addingQualifier({ id: outcome }: Of<'outcome'>, { id, verb, words }: Of<'outcome'>['qualifiers'][number]): RecordEdit {
  return { kind: 'qualifier.add', outcome, id, after: 'last', values: { kind: verb }, text: words }
}

function changingOf(
  part: Exclude<CopiedPart, { kind: 'note' }>,
  now: CopiedPart,
  fields: ReadonlySet<string>,
): readonly RecordEdit[] {
  const edits: RecordEdit[] = []
  const only = <T extends object>(values: T): Partial<T> =>
    // The same fields, fewer of them.
    Object.fromEntries(Object.entries(values).filter(([name]) => fields.has(name))) as Partial<T>
  const set = <T extends object>(values: T, edit: (values: Partial<T>) => RecordEdit) => {
    const chosen = only(values)
    if (Object.keys(chosen).length > 0) edits.push(edit(chosen))
  }
  const { words } = part
  const ifStill = now.words
  // What is gone must be back before anything of it is changed.
  if (fields.has('removed') && !part.removed) edits.push(bringingBack(part))
  switch (part.kind) {
    case 'item': {
      const { id, lead, purpose, minutes, papers, carriedOverFrom, parent } = part
      if (fields.has('words')) edits.push({ kind: 'text.set', path: { root: 'items', id, field: 'title' }, text: words, ifStill })
      set({ lead, purpose, minutes, papers, carriedOverFrom }, (values) => ({ kind: 'item.set', id, values }))
      if (fields.has('parent')) edits.push({ kind: 'item.move', id, parent, after: 'last' })
      break
    }
    case 'outcome': {
      const { id, actor, verb } = part
      if (fields.has('words'))
        edits.push({ kind: 'text.set', path: { root: 'outcomes', id, field: 'text' }, text: words, ifStill })
      if (fields.has('actor')) edits.push({ kind: 'outcome.set', id, values: { actor } })
      if (fields.has('verb')) edits.push({ kind: 'outcome.set', id, values: { kind: verb } })
      if (fields.has('qualifiers')) edits.push(...qualifying(part, now))
      break
    }
    case 'action': {
      const { id, outcome, lead, due, basis } = part
      if (fields.has('words'))
        edits.push({ kind: 'text.set', path: { root: 'actions', id, field: 'task' }, text: words, ifStill })
      set({ outcome, lead, due, basis }, (values) => ({ kind: 'action.set', id, values }))
      if (fields.has('partners')) edits.push(...partnering(part, now))
      break
    }
    case 'target': {
      const { id, outcome, figure, atLeast, event, whose } = part
      if (fields.has('words'))
        edits.push({ kind: 'text.set', path: { root: 'targets', id, field: 'what' }, text: words, ifStill })
      set({ outcome, figure, atLeast, event, whose }, (values) => ({ kind: 'target.set', id, values }))
      break
    }
  }
  if (fields.has('removed') && part.removed) edits.push(removing(part))
  return [...fields].every((field) => sessionFacts.has(field)) ? [] : edits
}

/** Qualifiers that the copy does not have stay: they may be newer than it. */
function qualifying(part: Of<'outcome'>, now: CopiedPart): readonly RecordEdit[] {
  const here = new Map((now.kind === 'outcome' ? now.qualifiers : []).map((one) => [one.id, one]))
  const { id: outcome } = part
  return part.qualifiers.flatMap((one): readonly RecordEdit[] => {
    const known = here.get(one.id)
    if (known === undefined) return [addingQualifier(part, one)]
    const path = { root: 'outcomes', id: outcome, field: 'qualifiers', qualifier: one.id } as const
    return [
      ...(known.words === one.words ? [] : [{ kind: 'text.set' as const, path, text: one.words, ifStill: known.words }]),
      ...(known.verb === one.verb ? [] : [{ kind: 'qualifier.set' as const, outcome, id: one.id, values: { kind: one.verb } }]),
    ]
  })
}

function partnering({ id, partners }: Of<'action'>, now: CopiedPart): readonly RecordEdit[] {
  const here = new Set((now.kind === 'action' ? now.partners : []).map((one) => JSON.stringify(one)))
  return partners
    .filter((one) => !here.has(JSON.stringify(one)))
    .map((partner): RecordEdit => ({ kind: 'action.addPartner', id, partner }))
}

function removing(part: Exclude<CopiedPart, { kind: 'note' }>): RecordEdit {
  switch (part.kind) {
    case 'item':
      return { kind: 'item.remove', id: part.id }
    case 'outcome':
      return { kind: 'outcome.remove', id: part.id }
    case 'action':
      return { kind: 'action.remove', id: part.id }
    case 'target':
      return { kind: 'target.remove', id: part.id }
  }
}

function bringingBack(part: Exclude<CopiedPart, { kind: 'note' }>): RecordEdit {
  switch (part.kind) {
    case 'item':
      return { kind: 'item.restore', id: part.id }
    case 'outcome':
      return { kind: 'outcome.restore', id: part.id }
    case 'action':
      return { kind: 'action.restore', id: part.id }
    case 'target':
      return { kind: 'target.restore', id: part.id }
  }
}
