import type { input } from 'zod'
import type { AsideAnswer, createReportBody, ReportAnswer, ReportLineAnswer } from '../../shared/protocol/index.ts'
import { request } from './request.ts'

const seg = encodeURIComponent

interface PageOf<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** Reports to the formal meeting: what a group has, one of them, and making one. Editing goes over the live line. */
export const reportApi = {
  list: (groupId: string, cursor: string | null = null) =>
    request<PageOf<ReportLineAnswer>>(
      'GET',
      `/groups/${seg(groupId)}/reports?limit=50${cursor === null ? '' : `&cursor=${seg(cursor)}`}`,
    ),
  read: (reportId: string) => request<ReportAnswer>('GET', `/reports/${seg(reportId)}`),
  make: (groupId: string, body: input<typeof createReportBody>) =>
    request<ReportAnswer>('POST', `/groups/${seg(groupId)}/reports`, body),
  asides: (reportId: string) => request<PageOf<AsideAnswer>>('GET', `/reports/${seg(reportId)}/asides?limit=200`),
  letGoAside: (reportId: string, asideId: string) => request<void>('DELETE', `/reports/${seg(reportId)}/asides/${seg(asideId)}`),
}

/** The address of a report as a file. */
export function reportFile(reportId: string, name: 'report.docx' | 'report.pdf' | 'report.html' | 'report.md'): string {
  return `/api/reports/${seg(reportId)}/exports/${name}`
}
