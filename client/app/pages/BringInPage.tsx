import { useState } from 'react'
import { BringIn } from '../../features/bringin/index.ts'
import { useWords } from '../../words/index.ts'
import { BringInKeys } from '../bringin/BringInKeys.tsx'
import { GroupFrame } from '../GroupFrame.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { areSingleKeysOn } from '../live/singleKeys.ts'
import { useGo } from '../router/useGo.ts'
import { useParams } from '../router/useParams.ts'

/** `/g/:groupId/bring-in`: old minutes become a draft of the group. */
export function BringInPage() {
  const { t } = useWords('bringin')
  const { groupId } = useParams('/g/$groupId/bring-in')
  const go = useGo()
  const [isHelpOpen, setHelpOpen] = useState(false)
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current={null} title={t('title')} layout="wide">
          {(group) => (
            <>
              <BringIn
                group={group}
                areKeysOn={!isHelpOpen && areSingleKeysOn(window.localStorage)}
                onHelp={() => setHelpOpen(true)}
                onMade={(meetingId) => go(`/m/${meetingId}`)}
              />
              {isHelpOpen ? <BringInKeys onClose={() => setHelpOpen(false)} /> : null}
            </>
          )}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}
