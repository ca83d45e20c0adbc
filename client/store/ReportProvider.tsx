import { createContext, type ReactNode, useCallback, useContext } from 'react'
import type { ReportEdit, ReportView } from '../../shared/report/index.ts'
import type { Report, ReportStandpoint } from '../sync/index.ts'
import { DocumentContext } from './DocumentContext.ts'
import { useReadable } from './useReadable.ts'

const ReportContext = createContext<Report | null>(null)

export interface ReportProviderProps {
  readonly report: Report
  readonly children: ReactNode
}

/** Gives the parts of a page their report. */
export function ReportProvider({ report, children }: ReportProviderProps) {
  return (
    <DocumentContext value={report}>
      <ReportContext value={report}>{children}</ReportContext>
    </DocumentContext>
  )
}

/** The open report above this part of the page. */
export function useReport(): Report {
  const report = useContext(ReportContext)
  if (report === null) throw new Error('There is no report above this component')
  return report
}

/** The report as it is seen here; null before anything is known. */
export function useReportView(): ReportView | null {
  return useReadable(useReport().report)
}

/** What this person is to the report; null before anything is known. */
export function useReportStandpoint(): ReportStandpoint | null {
  return useReadable(useReport().standpoint)
}

/** Makes a named edit; false when it could not be made. */
export function useReportEdit(): (edit: ReportEdit) => boolean {
  const report = useReport()
  return useCallback((edit) => report.edit(edit).ok, [report])
}
