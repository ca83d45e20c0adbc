// agenda: the items of a meeting in their order: list, moving by drag, key and menu, head and details of one item.
// Knows no notes and no outcomes; what is counted beside an item is handed in.
export { Agenda, type AgendaProps } from './Agenda.tsx'
export { agendaMove, type Direction } from './agendaMove.ts'
export { ItemHead, type ItemHeadProps } from './ItemHead.tsx'
