import { useLayoutEffect } from 'react'
import { type ItemView, plainText } from '../../../shared/record/index.ts'
import { useFollow } from '../../features/agenda/index.ts'
import { useDesk } from '../../features/text/index.ts'
import { useCurrentItem } from '../../store/index.ts'
import { Banner, Button, Kbd } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

/** Where the item goes into the sentence; no catalogue holds this sign. */
const gap = '\ufffc'

/** Where the meeting is, for who looks elsewhere, and the one way back. */
export function FollowBanner() {
  const { isFollowing } = useFollow()
  const current = useCurrentItem()
  return isFollowing || current === null ? null : <WayBack current={current} />
}

interface WayBackProps {
  readonly current: ItemView
}

function WayBack({ current }: WayBackProps) {
  const { t } = useWords('live')
  const { returnToCurrent } = useFollow()
  useSteadyText()
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
      <b data-way-back="">{title === '' ? t('onItem', { number }) : t('onItemTitled', { number, title })}</b>
      {after}
    </Banner>
  )
}

/** For who is writing when the banner comes, the text stays where it is: the sheet scrolls by as much as the banner takes. */
function useSteadyText(): void {
  const desk = useDesk()
  useLayoutEffect(() => {
    const sheet = document.querySelector('article > div')
    const banner = document.querySelector('[role=status] [data-way-back]')?.closest('[role=status]')
    if (desk.get() === null || sheet === null || banner == null) return
    sheet.scrollTop += banner.getBoundingClientRect().height
  }, [desk])
}
