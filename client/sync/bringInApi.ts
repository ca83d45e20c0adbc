import type { input } from 'zod'
import type { acceptBringInBody, BringInAnswer, MeetingAnswer, MeetingSourceAnswer } from '../../shared/protocol/index.ts'
import { request } from './request.ts'

const seg = encodeURIComponent

export type AcceptBody = input<typeof acceptBringInBody>

/** Bringing in old minutes: read a file, make a draft of what was taken, and the files of a meeting. */
export const bringInApi = {
  /** `pair`: the preview whose other file this is. */
  read: (groupId: string, file: File, part: 'minutes' | 'agenda', pair: string | null) => {
    const query = `?name=${seg(file.name)}&part=${part}${pair === null ? '' : `&with=${seg(pair)}`}`
    return request<BringInAnswer>('POST', `/groups/${seg(groupId)}/bring-ins${query}`, file)
  },
  accept: (groupId: string, bringInId: string, body: AcceptBody) =>
    request<MeetingAnswer>('POST', `/groups/${seg(groupId)}/bring-ins/${seg(bringInId)}/accept`, body),
  sources: (meetingId: string) =>
    request<{ readonly items: readonly MeetingSourceAnswer[] }>('GET', `/meetings/${seg(meetingId)}/sources`),
} as const
