// agenda: the items of a meeting in their order: list, moving by drag, key and menu, head and details of one item; which
// of them this page shows, and going along with the meeting. Knows no notes and no outcomes; what is counted beside an item is handed in.
export { Agenda, type AgendaProps } from './Agenda.tsx'
export { agendaMove, type Direction } from './agendaMove.ts'
export { type Follow, FollowProvider, useFollow } from './FollowProvider.tsx'
export { ItemHead, type ItemHeadProps } from './ItemHead.tsx'
export { useIsHidden } from './useIsHidden.ts'
export { type ItemRun, useItemRun } from './useItemRun.ts'
