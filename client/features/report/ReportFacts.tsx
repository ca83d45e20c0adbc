import type { ReportView, SentenceView } from '../../../shared/report/index.ts'
import { reportFile } from '../../sync/index.ts'
import { Button, Icon, MenuButton, TextLink } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import { ReadingTime } from './ReadingTime.tsx'
import styles from './ReportFacts.module.css'
import { sentenceAnchor } from './sentenceAnchor.ts'

export interface ReportFactsProps {
  readonly report: ReportView
}

const files = ['report.docx', 'report.pdf', 'report.html', 'report.md'] as const

/** Beside the paper: how long it is, what to do with it, what it was made from, what was left out, what changed since. */
export function ReportFacts({ report }: ReportFactsProps) {
  const { t, locale } = useWords('report')
  const changed = report.parts.flatMap(({ sentences }) => sentences.filter(hasChanged))
  const { notAgreed, closed } = report.leftOut
  return (
    <div className={styles.facts}>
      <ReadingTime length={report} />
      <section>
        <h2>{t('carry')}</h2>
        <div className="row wrap">
          <MenuButton
            entries={files.map((id) => ({ id, label: t(`file.${id}`), hint: id }))}
            onAction={(name) => fetchFile(reportFile(report.reportId, name))}
          >
            <Icon name="download" />
            {t('export')}
          </MenuButton>
          <Button onPress={() => window.print()}>
            <Icon name="print" />
            {t('print')}
          </Button>
        </div>
      </section>
      <section>
        <h2>{t('sources')}</h2>
        {changed.length === 0 ? (
          <p>{t('nothingChanged')}</p>
        ) : (
          <>
            <p className={styles.long}>
              <Icon name="warning" /> {t('changedCount', { count: changed.length })}
            </p>
            <ul className={styles.changed}>
              {changed.map(({ id, number, text }) => (
                <li key={id}>
                  <a href={`#${sentenceAnchor(id)}`} dir="auto">
                    {number === null ? '' : `${number}. `}
                    {text.slice(0, 60)}…
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section>
        <h2>{t('madeFrom', { count: report.meetings.length })}</h2>
        <ul className={styles.meetings}>
          {report.meetings.map(({ meetingId, title, startsAt, version }) => (
            <li key={meetingId}>
              <TextLink href={`/m/${meetingId}/record`}>{title}</TextLink>
              <span className="micro">
                {[formatShortDate(startsAt, locale), version === null ? t('draft') : t('version', { number: version })]
                  .filter((one) => one !== null)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('leftOut')}</h2>
        {notAgreed === 0 && closed === 0 ? <p>{t('leftOutNone')}</p> : null}
        {notAgreed === 0 ? null : <p>{t('leftOutNotAgreed', { count: notAgreed })}</p>}
        {closed === 0 ? null : <p>{t('leftOutClosed', { count: closed })}</p>}
        {report.withClosed ? <p>{t('withClosedHere')}</p> : null}
      </section>
    </div>
  )
}

function hasChanged({ sourceState }: SentenceView): boolean {
  return sourceState === 'changed' || sourceState === 'removed'
}

/** A download of the browser's own: what fails there is shown there, and this page stays. */
function fetchFile(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
