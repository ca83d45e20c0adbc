// onward: from meeting to meeting: what a new meeting starts from, the review of earlier actions, the backlog and templates, what
// changed since one was here, handing over. Knows no record's text but what is quoted; stranger to the other features.
export { Backlog } from './Backlog.tsx'
export { Changes } from './Changes.tsx'
export { Handover } from './Handover.tsx'
export { ReviewList } from './ReviewList.tsx'
export { StartFrom, type StartFromProps } from './StartFrom.tsx'
export { newStart, type StartDraft, startBody } from './startDraft.ts'
export { useOpen } from './useOpen.ts'
