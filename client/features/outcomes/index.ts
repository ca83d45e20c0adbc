// outcomes: what the Group said under an item: numbered sentences whose operative verb is also the control of their kind.
// Standing is never written here: it is a command of the session (DECIDED 2).
export { Figures } from './Figures.tsx'
export { Outcomes, type OutcomesProps } from './Outcomes.tsx'
export { type FixingActions, useFixingActions } from './useFixingActions.ts'
