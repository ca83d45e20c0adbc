import { ActionRegister, readActionsQuery, writeActionsQuery } from '../../features/registers/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useParams } from '../router/useParams.ts'
import { useAddress } from '../useAddress.ts'

/** `/g/:groupId/actions`: the register of actions; the filters stand in the address. */
export function ActionsPage() {
  const { t } = useWords('register')
  const { groupId } = useParams('/g/$groupId/actions')
  const [query, setQuery] = useAddress(readActionsQuery, writeActionsQuery)
  return (
    <InsideOnly>
      {({ account }) => (
        <GroupFrame groupId={groupId} current="actions" title={t('actions.title')}>
          {(group) => (
            <ActionRegister group={group} query={query} onQuery={(next) => setQuery(next, 'push')} isGuest={account === null} />
          )}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}
