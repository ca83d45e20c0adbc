import type { Action } from './may.ts'

/** Where in the record's document something lies: the root map, then the entry's field (null for the entry itself). */
export interface RecordPath {
  readonly root: string
  readonly id: string
  readonly field: string | null
}

/** Which right an edit at this place needs: the agenda is the items less their notes; everything else is text. */
export function actionForPath(path: RecordPath): Extract<Action, `record.edit${string}`> {
  return path.root === 'items' && path.field !== 'notes' ? 'record.editAgenda' : 'record.editText'
}
