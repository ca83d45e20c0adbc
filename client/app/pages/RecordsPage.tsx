import { Records, readRecordsQuery, writeRecordsQuery } from '../../features/archive/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { RecordPlaces } from '../groupPlaces/RecordPlaces.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useParams } from '../router/useParams.ts'
import { useAddress } from '../useAddress.ts'

/** `/g/:groupId/records`: the archive of a group; `?q=` and filters search it. */
export function RecordsPage() {
  const { t } = useWords('archive')
  const { groupId } = useParams('/g/$groupId/records')
  const [query, setQuery] = useAddress(readRecordsQuery, writeRecordsQuery)
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="records" title={query.q === '' ? t('title') : query.q}>
          {() => (
            <Records
              groupId={groupId}
              query={query}
              onQuery={setQuery}
              places={<RecordPlaces groupId={groupId} current="records" />}
            />
          )}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}
