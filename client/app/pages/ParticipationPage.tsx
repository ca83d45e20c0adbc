import { ParticipationView, readYears, writeYears } from '../../features/registers/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { RecordPlaces } from '../groupPlaces/RecordPlaces.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useParams } from '../router/useParams.ts'
import { useAddress } from '../useAddress.ts'

/** `/g/:groupId/participation`: who took part, from which year to which. */
export function ParticipationPage() {
  const { t } = useWords('register')
  const { groupId } = useParams('/g/$groupId/participation')
  const [years, setYears] = useAddress(readYears, writeYears)
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="records" title={t('participation.title')}>
          {() => (
            <ParticipationView
              groupId={groupId}
              years={years}
              onYears={(next) => setYears(next, 'push')}
              places={<RecordPlaces groupId={groupId} current="participation" />}
            />
          )}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}
