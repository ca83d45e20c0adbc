import { OutcomeRegister, readOutcomesQuery, writeOutcomesQuery } from '../../features/registers/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { RecordPlaces } from '../groupPlaces/RecordPlaces.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useParams } from '../router/useParams.ts'
import { useAddress } from '../useAddress.ts'

/** `/g/:groupId/outcomes`: the register of outcomes; the filters stand in the address. */
export function OutcomesPage() {
  const { t } = useWords('register')
  const { groupId } = useParams('/g/$groupId/outcomes')
  const [query, setQuery] = useAddress(readOutcomesQuery, writeOutcomesQuery)
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="records" title={t('outcomes.title')}>
          {(group) => (
            <OutcomeRegister
              group={group}
              query={query}
              onQuery={setQuery}
              places={<RecordPlaces groupId={groupId} current="outcomes" />}
            />
          )}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}
