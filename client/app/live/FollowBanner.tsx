import { plainText } from '../../../shared/record/index.ts'
import { useFollow } from '../../features/agenda/index.ts'
import { useCurrentItem } from '../../store/index.ts'
import { Banner, Button, Kbd } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

/** Where the item goes into the sentence; no catalogue holds this sign. */
const gap = '\ufffc'

/** Where the meeting is, for who looks elsewhere, and the one way back. */
export function FollowBanner() {
  const { t } = useWords('live')
  const { isFollowing, returnToCurrent } = useFollow()
  const current = useCurrentItem()
  if (isFollowing || current === null) return null
  const number = current.number ?? ''
  const title = plainText(current.title).trim()
  const [before = '', after = ''] = t('meetingIsOn', { item: gap }).split(gap)
  return (
    <Banner
      tone="info"
      icon="play"
      action={
        <Button onPress={returnToCurrent}>
          {t('returnTo', { number })}
          <span className="hideOnPhone">
            <Kbd>G C</Kbd>
          </span>
        </Button>
      }
    >
      {before}
      <b>{title === '' ? t('onItem', { number }) : t('onItemTitled', { number, title })}</b>
      {after}
    </Banner>
  )
}
