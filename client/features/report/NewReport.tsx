import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { archiveApi, reportApi } from '../../sync/index.ts'
import { Button, CheckField, EmptyState, FormError, LinkButton, Loaded } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import styles from './NewReport.module.css'
import { ReportPreview } from './ReportPreview.tsx'

export interface NewReportProps {
  readonly group: GroupAnswer
  /** Chosen already, when one comes from a record. */
  readonly chosen: readonly string[]
  readonly onMade: (reportId: string) => void
}

const mostMeetings = 20

/** Chooses the meetings of a report, shows what would stand in it and what not, and makes it. */
export function NewReport({ group, chosen: given, onMade }: NewReportProps) {
  const { t, locale } = useWords('report')
  const { t: common } = useWords()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>(given)
  const [withClosed, setWithClosed] = useState(false)
  const asked = useQuery({
    queryKey: ['archive', group.groupId, 'to report'],
    queryFn: ({ signal }) => archiveApi.archive(group.groupId, { limit: 100 }, signal),
  })
  const making = useMutation({
    mutationFn: () => reportApi.make(group.groupId, { meetingIds: [...chosen], withClosed }),
    onSuccess: async ({ reportId }) => {
      await client.invalidateQueries({ queryKey: ['reports', group.groupId] })
      onMade(reportId)
    },
  })
  const choose = (meetingId: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, meetingId] : chosen.filter((one) => one !== meetingId))
  return (
    <Loaded asked={asked}>
      {({ items }) => {
        const records = items.filter((line) => line.phase !== 'planned' && (line.outcomes > 0 || given.includes(line.meetingId)))
        if (records.length === 0) {
          return (
            <EmptyState title={t('noRecords')} text={t('noRecordsText')}>
              <LinkButton href={`/g/${group.groupId}/records`}>{t('toRecords')}</LinkButton>
            </EmptyState>
          )
        }
        return (
          <div className={styles.form}>
            <fieldset className={styles.meetings}>
              <legend>{t('choose')}</legend>
              {records.map((line) => (
                <CheckField
                  key={line.meetingId}
                  label={line.title}
                  help={[
                    formatShortDate(line.startsAt, locale) ?? t('undated'),
                    t('outcomesCount', { count: line.outcomes }),
                    common(`phase.${line.phase}`),
                  ].join(' · ')}
                  isSelected={chosen.includes(line.meetingId)}
                  onChange={(isChosen) => choose(line.meetingId, isChosen)}
                />
              ))}
            </fieldset>
            {chosen.length === 0 ? (
              <p className="muted">{t('chooseFirst')}</p>
            ) : (
              <ReportPreview group={group} meetingIds={chosen} withClosed={withClosed} onWithClosed={setWithClosed} />
            )}
            {chosen.length > mostMeetings ? <p role="alert">{t('tooMany', { count: mostMeetings })}</p> : null}
            {making.error ? <FormError error={making.error} /> : null}
            <div className="row wrap">
              <Button
                variant="primary"
                isDisabled={chosen.length === 0 || chosen.length > mostMeetings}
                isPending={making.isPending}
                onPress={() => making.mutate()}
              >
                {t('make')}
              </Button>
              <LinkButton href={`/g/${group.groupId}/reports`} variant="ghost">
                {common('cancel')}
              </LinkButton>
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}
