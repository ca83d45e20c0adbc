import type { ImportAnswer, ImportPreviewAnswer } from '../../shared/protocol/index.ts'
import { request } from './request.ts'

const seg = encodeURIComponent

/** Records brought in again out of their own JSON. */
export const importApi = {
  preview: (groupId: string, file: unknown) =>
    request<ImportPreviewAnswer>('POST', `/groups/${seg(groupId)}/meetings/import/preview`, file),
  bring: (groupId: string, file: unknown) => request<ImportAnswer>('POST', `/groups/${seg(groupId)}/meetings/import`, file),
}
