import { useParams } from '@tanstack/react-router'
import { GroupHome } from '../../features/groups/index.ts'
import { VisuallyHidden } from '../../ui/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { InsideOnly } from '../InsideOnly.tsx'

/** `/g/:groupId`: the home of a group. */
export function GroupHomePage() {
  const { groupId } = useParams({ from: '/g/$groupId' })
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="overview">
          {(group) => (
            <>
              <h1>
                <VisuallyHidden>{group.name}</VisuallyHidden>
              </h1>
              <GroupHome group={group} />
            </>
          )}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}
