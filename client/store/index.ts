// store: the open meeting for React: snapshots by selector, rights, named edits.
// Knows neither sockets nor Yjs; must not know how anything looks.
export { MeetingProvider, useMeeting } from './MeetingProvider.tsx'
export { type About, type DelegationFacts, useAbout } from './useAbout.ts'
export { useEdit } from './useEdit.ts'
export { useAsides, useConnection, useSaved, useShelved, useStoring } from './useLine.ts'
export { useMay } from './useMay.ts'
export { type Parties, type ShownParty, useParties } from './useParties.ts'
export { plateOf, usePeople, useWriters, type Writer } from './usePeople.ts'
export { useReadable } from './useReadable.ts'
export { useRecord } from './useRecord.ts'
export { useStandpoint } from './useStandpoint.ts'
