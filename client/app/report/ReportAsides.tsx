import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAsides, useConnection, useReport, useReportView, useShelved } from '../../store/index.ts'
import { reportApi } from '../../sync/index.ts'
import { Banner, Button, ConfirmDialog, useToast } from '../../ui/index.ts'
import { useProblem, useWords } from '../../words/index.ts'

/** One's own words that the report did not take, wherever they are kept: to be copied before they are let go of. */
export function ReportAsides() {
  const { t } = useWords('report')
  const report = useReport()
  const reportId = useReportView()?.reportId ?? ''
  const device = useAsides()
  const { count, turn } = useShelved()
  const isLive = useConnection().kind === 'live' && count > 0 && reportId !== ''
  const key = ['report', reportId, 'asides', turn] as const
  const answer = useQuery({ queryKey: key, queryFn: () => reportApi.asides(reportId), enabled: isLive, gcTime: 0 })
  const client = useQueryClient()
  const toast = useToast()
  const problem = useProblem()
  const [asks, setAsks] = useState(false)
  const kept = isLive ? (answer.data?.items ?? []).filter(({ yours }) => yours) : []
  const texts = [
    ...new Set([...device.flatMap(({ texts: own }) => own.map(({ added }) => added)), ...kept.map(({ text }) => text)]),
  ]
  if (texts.length === 0) return null
  const copy = () => void navigator.clipboard.writeText(texts.join('\n\n')).catch(() => undefined)
  const letGo = async () => {
    setAsks(false)
    try {
      for (const { asideId } of kept) await reportApi.letGoAside(reportId, asideId)
      for (const { key: onDevice } of device) await report.dropAside(onDevice)
      await client.invalidateQueries({ queryKey: ['report', reportId, 'asides'] })
    } catch (error) {
      toast(problem(error).sentence)
    }
  }
  const buttons = (
    <span className="row">
      <Button onPress={copy}>{t('copyWords')}</Button>
      <Button onPress={() => setAsks(true)}>{t('letGo')}</Button>
    </span>
  )
  return (
    <>
      <Banner tone="info" icon="document" action={buttons}>
        {t('asides', { count: texts.length })}
      </Banner>
      {asks ? (
        <ConfirmDialog
          title={t('letGoAsk')}
          text={t('letGoText')}
          verb={t('letGo')}
          isOpen
          onConfirm={() => void letGo()}
          onClose={() => setAsks(false)}
        />
      ) : null}
    </>
  )
}
