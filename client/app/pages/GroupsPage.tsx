import { GroupList } from '../../features/groups/index.ts'
import { Bar, Page } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { BarEnd } from '../BarEnd.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { GoTo } from '../router/GoTo.tsx'
import { useGo } from '../router/useGo.ts'

/** `/`: the groups one belongs to. A guest belongs to one, and goes there. */
export function GroupsPage() {
  const { t } = useWords('groups')
  const common = useWords()
  const go = useGo()
  return (
    <InsideOnly>
      {({ account, guest, sampleLoaded }) => {
        if (!account && guest) {
          return guest.meetingId === null ? <GoTo href={`/g/${guest.groupId}`} /> : <GoTo href={`/m/${guest.meetingId}`} />
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
              onOpen={(groupId) => go(`/g/${groupId}`)}
            />
          </Page>
        )
      }}
    </InsideOnly>
  )
}
