import { Navigate, useRouter } from '@tanstack/react-router'
import { GroupList } from '../../features/groups/index.ts'
import { Bar, Page } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { BarEnd } from '../BarEnd.tsx'
import { InsideOnly } from '../InsideOnly.tsx'

/** `/`: the groups one belongs to. A guest belongs to one, and goes there. */
export function GroupsPage() {
  const { t } = useWords('groups')
  const common = useWords()
  const router = useRouter()
  return (
    <InsideOnly>
      {({ account, guest, sampleLoaded }) => {
        if (!account && guest) {
          return guest.meetingId === null ? (
            <Navigate to="/g/$groupId" params={{ groupId: guest.groupId }} replace />
          ) : (
            <Navigate to="/m/$meetingId" params={{ meetingId: guest.meetingId }} replace />
          )
        }
        return (
          <Page
            title={t('list.title')}
            bar={
              <Bar crumbs={[{ label: common.t('appName') }]}>
                <BarEnd />
              </Bar>
            }
          >
            <GroupList
              isAdministrator={account?.administrator ?? false}
              isSampleLoaded={sampleLoaded}
              onOpen={(groupId) => router.history.push(`/g/${groupId}`)}
            />
          </Page>
        )
      }}
    </InsideOnly>
  )
}
