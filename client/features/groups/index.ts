// groups: the list of groups, the home of one, its settings, and the heads of its meetings.
// Knows no live record: a meeting is a line with a date here, and a place to go to.
export { GroupBar, type GroupPlace } from './GroupBar.tsx'
export { GroupHome } from './GroupHome.tsx'
export { GroupList } from './GroupList.tsx'
export { GroupMeetings } from './GroupMeetings.tsx'
export { GroupSettings } from './GroupSettings.tsx'
export { HeadForm } from './HeadForm.tsx'
export { ImportRecord } from './ImportRecord.tsx'
export { NewMeetingForm } from './NewMeetingForm.tsx'
export { useGroup } from './useGroup.ts'
