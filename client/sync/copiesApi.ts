import type { MeetingId } from '../../shared/base/index.ts'
import { type CopiesAnswer, type CopyAnswer, packCopy } from '../../shared/protocol/index.ts'
import { ApiRefused } from './ApiError.ts'
import type { LeftCopy } from './deviceTypes.ts'
import type { Handed, HandOver } from './LeftCopies.ts'
import { request } from './request.ts'

const seg = encodeURIComponent

/** Questions about copies from before a restore. Each throws ApiRefused or ApiUnreachable. */
export const copiesApi = {
  bring: (meetingId: string, { copyId, epoch, header, update }: LeftCopy) =>
    request<CopyAnswer>(
      'POST',
      `/meetings/${seg(meetingId)}/copies?copyId=${seg(copyId)}&epoch=${seg(epoch)}`,
      // A copy of the bytes, which are an array of their own.
      new Blob([packCopy(header, update).slice()]),
    ),
  copies: (meetingId: string) => request<CopiesAnswer>('GET', `/meetings/${seg(meetingId)}/copies`),
  decide: (meetingId: string, variantId: string, what: 'taken' | 'declined') =>
    request<void>('POST', `/meetings/${seg(meetingId)}/copies/decisions`, { variantId, what }),
  letGo: (meetingId: string, copyId: string) => request<void>('DELETE', `/meetings/${seg(meetingId)}/copies/${seg(copyId)}`),
} as const

/** Where a copy's words are downloaded as text. */
export function copyTextAddress(meetingId: string, copyId: string): string {
  return `/api/meetings/${seg(meetingId)}/copies/${seg(copyId)}/text`
}

/** Refusals that are about the moment and not about the copy. */
const later: ReadonlySet<string> = new Set(['tooMany', 'notSaving', 'restarting', 'internal', 'unauthenticated', 'stale'])

/** Brings copies of this meeting over HTTP. */
export function handOverTo(meetingId: MeetingId): HandOver {
  return async (copy): Promise<Handed> => {
    try {
      await copiesApi.bring(meetingId, copy)
      return { kind: 'received' }
    } catch (error) {
      if (!(error instanceof ApiRefused) || later.has(error.code)) return { kind: 'later' }
      return { kind: 'refused', code: error.code }
    }
  }
}
