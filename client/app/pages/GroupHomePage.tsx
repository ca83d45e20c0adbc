import { RecentRecords } from '../../features/archive/index.ts'
import { GroupHome } from '../../features/groups/index.ts'
import { Changes } from '../../features/onward/index.ts'
import { OpenActions } from '../../features/registers/index.ts'
import { VisuallyHidden } from '../../ui/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useParams } from '../router/useParams.ts'

/** `/g/:groupId`: the home of a group. */
export function GroupHomePage() {
  const { groupId } = useParams('/g/$groupId')
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="overview">
          {(group) => (
            <>
              <h1>
                <VisuallyHidden>{group.name}</VisuallyHidden>
              </h1>
              <GroupHome
                group={group}
                changes={<Changes group={group} />}
                actions={<OpenActions groupId={groupId} />}
                records={<RecentRecords groupId={groupId} />}
              />
            </>
          )}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}
