// access: who may do what, in which phase: one table, asked by every door and, to show or hide, by the browser.
// Knows roles, phases and places in the record; must not know sockets, storage or who is signed in.
export { closedToObservers, closesSomething, type Hidden } from './closedToObservers.ts'
export { hidesPart } from './hidesPart.ts'
export { type Action, actions, type Circumstances, holdsPen, may, mayEver, mayInWorkspace } from './may.ts'
export { actionForPath, type RecordPath } from './paths.ts'
export { placeVisibleTo } from './placeVisibleTo.ts'
export { type Caller, type EditingRules, type Role, roles, type Standpoint } from './roles.ts'
export { seesAside } from './seesAside.ts'
export { factsLess, visibleTo } from './visibleTo.ts'
