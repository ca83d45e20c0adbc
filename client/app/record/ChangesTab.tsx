import { ChangesView } from '../../features/review/index.ts'
import type { Changes } from './useChanges.ts'

export interface ChangesTabProps {
  readonly changes: Changes
}

/** What changed since the text before. */
export function ChangesTab({ changes: { from, to, changes } }: ChangesTabProps) {
  return <ChangesView from={from} to={to} changes={changes} />
}
