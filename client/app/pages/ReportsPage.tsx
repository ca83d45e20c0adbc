import { NewReport, ReportList } from '../../features/report/index.ts'
import { PageTitle } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { RecordPlaces } from '../groupPlaces/RecordPlaces.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useGo } from '../router/useGo.ts'
import { useParams } from '../router/useParams.ts'
import { useSearch } from '../router/useSearch.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import styles from './ReportsPage.module.css'

/** `/g/:groupId/reports`: the reports to the formal meeting; `?new=1` or `?meeting=<id>` for making one. */
export function ReportsPage() {
  const { t } = useWords('report')
  const { groupId } = useParams('/g/$groupId/reports')
  const search = useSearch()
  const go = useGo()
  const meeting = typeof search.meeting === 'string' ? search.meeting : null
  const isNew = search.new !== undefined || meeting !== null
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="records" title={t(isNew ? 'newTitle' : 'title')}>
          {(group) => {
            if (!group.rights.includes('report.read')) return <NotFoundPage />
            const makes = isNew && group.rights.includes('report.make')
            return (
              <>
                <div className={styles.head}>
                  <PageTitle sub={t(makes ? 'newText' : 'listText')}>{t(makes ? 'newTitle' : 'title')}</PageTitle>
                  <RecordPlaces groupId={groupId} current="reports" />
                </div>
                {makes ? (
                  <NewReport
                    key={meeting}
                    group={group}
                    chosen={meeting === null ? [] : [meeting]}
                    onMade={(reportId) => go(`/r/${reportId}`)}
                  />
                ) : (
                  <ReportList group={group} />
                )}
              </>
            )
          }}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}
