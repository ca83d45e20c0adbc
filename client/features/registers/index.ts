// registers: what was decided and taken on over all meetings of a group, what became of it since, and who took part.
// Knows no live record: rows come from the server, and what is stated here is a later fact in the group's ledger.
export { ActionRegister } from './ActionRegister.tsx'
export { type ActionsQuery, readActionsQuery, writeActionsQuery } from './actionsQuery.ts'
export { OpenActions } from './OpenActions.tsx'
export { OutcomeRegister } from './OutcomeRegister.tsx'
export { type OutcomesQuery, readOutcomesQuery, writeOutcomesQuery } from './outcomesQuery.ts'
export { ParticipationView } from './ParticipationView.tsx'
export { readYears, writeYears, type Years } from './participationYears.ts'
export { ThreadView } from './ThreadView.tsx'
