// sync: between the browser and the server: questions over HTTP, and the live line with its outbox.
// Knows no React; must not know what a page shows.
export { ApiRefused, ApiUnreachable } from './ApiError.ts'
export { api, type HttpRecord } from './api.ts'
export type { ConnectionState } from './connectionState.ts'
export type { Aside, AsideText } from './deviceTypes.ts'
export { Meeting, type MeetingParts } from './Meeting.ts'
export { forgetDevice, openMeeting, waiting } from './openMeeting.ts'
export type { Standpoint } from './Picture.ts'
export type { MyPlace } from './Presence.ts'
export { queries } from './queries.ts'
export type { Readable } from './Signal.ts'
export type { SavedSign } from './savedSign.ts'
