import type { FixingActions } from '../../features/outcomes/index.ts'
import { useIsLive, useMay } from '../../store/index.ts'
import { type LiveActions, only } from './liveActions.ts'
import type { Adding } from './useAdding.ts'

/** Writing down and fixing what the Group says. Which outcome a key acts on is looked up when it is pressed. */
export function useRecordingActions(adding: Adding, fixing: FixingActions): LiveActions {
  const isLive = useIsLive()
  const mayText = useMay('record.editText')
  const mayAgree = useMay('outcome.agree') && isLive
  const mayFix = useMay('outcome.fix') && isLive
  const mayShow = useMay('outcome.show') && isLive
  const { readOrAgree, setStanding, toggleShown } = fixing
  return only({
    notes: mayText && adding.writeNotes,
    outcome: mayText && adding.addOutcome,
    action: mayText && adding.addAction,
    agree: mayAgree && readOrAgree,
    bracketed: mayFix && (() => setStanding('bracketed')),
    coordinatorView: mayFix && (() => setStanding('coordinatorView')),
    noAgreement: mayFix && (() => setStanding('noAgreement')),
    deferred: mayFix && (() => setStanding('deferred')),
    proposed: mayFix && (() => setStanding('proposed')),
    showOutcome: mayShow && toggleShown,
  })
}
