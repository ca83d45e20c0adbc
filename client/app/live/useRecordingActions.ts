import { useMay } from '../../store/index.ts'
import { type LiveActions, only } from './liveActions.ts'
import type { Adding } from './useAdding.ts'

/** Writing down and fixing what the Group says. */
export function useRecordingActions(adding: Adding): LiveActions {
  const mayText = useMay('record.editText')
  return only({
    notes: mayText && adding.writeNotes,
    outcome: mayText && adding.addOutcome,
    action: mayText && adding.addAction,
  })
}
