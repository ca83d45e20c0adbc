import { useEffect, useState } from 'react'
import type { ReportId } from '../../../shared/base/index.ts'
import { openReport, type Report } from '../../sync/index.ts'
import { useDeviceCare } from '../live/useDeviceCare.ts'

/** Opens a report for as long as the page shows it; null until the copy on this device has been looked at. */
export function useOpenReport(reportId: ReportId, person: string): Report | null {
  const [report, setReport] = useState<Report | null>(null)
  useEffect(() => {
    const opening = openReport({ reportId, person })
    let isGone = false
    opening.then(
      (opened) => {
        if (!isGone) setReport(opened)
      },
      // Opening touches only this device and has its own way without storage; what still fails is a fault for the error page.
      (cause: unknown) => setReport(() => fail(cause)),
    )
    return () => {
      isGone = true
      setReport(null)
      void opening.then((opened) => opened.close())
    }
  }, [reportId, person])
  useDeviceCare(report)
  return report
}

function fail(cause: unknown): never {
  throw new Error('The report could not be opened', { cause })
}
