import { useCallback, useMemo, useState } from 'react'
import type { WordChange } from '../../../shared/record/index.ts'
import type { ReportView } from '../../../shared/report/index.ts'
import { BarPlates, Writers } from '../../features/presence/index.ts'
import { ReportFacts, ReportPaper, useSentenceActions } from '../../features/report/index.ts'
import { WordDiff } from '../../features/review/index.ts'
import { useReadable, useReport, useReportStandpoint } from '../../store/index.ts'
import { Banner, Button, IconButton, TextLink, VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { LineBanner } from '../live/LineBanner.tsx'
import { ownText } from '../live/ownText.ts'
import { SavedState } from '../live/SavedState.tsx'
import { StoringBanner } from '../live/StoringBanner.tsx'
import { Annex } from './Annex.tsx'
import { ReportAsides } from './ReportAsides.tsx'
import { ReportKeySheet } from './ReportKeySheet.tsx'
import styles from './ReportRoom.module.css'
import { useReportKeys } from './useReportKeys.ts'

export interface ReportSheetProps {
  readonly report: ReportView
}

/** The open report: whether it is saved and who is here, the paper, and what there is to know about it. */
export function ReportSheet({ report }: ReportSheetProps) {
  const { t } = useWords('report')
  const open = useReport()
  const standpoint = useReportStandpoint()
  const mayWrite = standpoint?.mode === 'pen'
  const actions = useSentenceActions()
  const can = useReadable(open.undoable)
  const [showsKeys, setShowsKeys] = useState(false)
  useReportKeys({ actions, mayWrite, onHelp: () => setShowsKeys(true) })
  const writersOf = useCallback((path: string) => <Writers path={path} sentence="writing" />, [])
  const text = useMemo(() => ownText(() => wordsOf(open.report.get())), [open])
  return (
    <>
      <LineBanner text={text} />
      <StoringBanner text={text} />
      {standpoint?.readerBecause === 'outdated' ? (
        <Banner tone="info" icon="sync" action={<Button onPress={() => window.location.reload()}>{t('reload')}</Button>}>
          {t('outdated')}
        </Banner>
      ) : null}
      {standpoint?.mode === 'reader' && standpoint.readerBecause !== 'outdated' ? (
        <Banner icon="eye">{t('readerText')}</Banner>
      ) : null}
      <ReportAsides />
      <div className={styles.room}>
        <div className={styles.tools}>
          <VisuallyHidden>
            <h1>{report.title}</h1>
          </VisuallyHidden>
          <TextLink href={`/g/${report.groupId}/reports`}>{t('allReports')}</TextLink>
          <span className={styles.state}>
            <SavedState />
            <BarPlates room={4} />
            {mayWrite ? (
              <>
                <IconButton icon="undo" label={t('undoEdit')} isDisabled={!can.undo} onPress={() => open.undo()} />
                <IconButton icon="redo" label={t('redoEdit')} isDisabled={!can.redo} onPress={() => open.redo()} />
              </>
            ) : null}
            <IconButton icon="keyboard" label={t('keys')} onPress={() => setShowsKeys(true)} />
          </span>
        </div>
        <div className={styles.document}>
          <ReportPaper
            report={report}
            mayWrite={mayWrite}
            actions={actions}
            writersOf={writersOf}
            diffOf={diffOf}
            annex={<Annex report={report} />}
          />
          <aside className={styles.facts} aria-label={t('facts')}>
            <ReportFacts report={report} />
          </aside>
        </div>
      </div>
      {showsKeys ? <ReportKeySheet mayWrite={mayWrite} onClose={() => setShowsKeys(false)} /> : null}
    </>
  )
}

function diffOf(words: readonly WordChange[]) {
  return <WordDiff words={words} />
}

function wordsOf(report: ReportView | null): string {
  const lines = report?.parts.flatMap(({ sentences }) => sentences.map(({ text }) => text)) ?? []
  return lines.join('\n\n')
}
