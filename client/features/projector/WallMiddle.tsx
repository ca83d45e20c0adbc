import { never } from '../../../shared/base/index.ts'
import { type ItemView, plainText } from '../../../shared/record/index.ts'
import { useParties, useRecord } from '../../store/index.ts'
import { formatDate, formatTime, useWords } from '../../words/index.ts'
import styles from './Wall.module.css'
import { WallOutcome } from './WallOutcome.tsx'
import type { WallScene } from './wallScene.ts'

export interface WallMiddleProps {
  readonly scene: WallScene
  readonly zoom: number
}

/** What the room looks at. Nothing of it is announced: who hears the meeting follows it on their own screen. */
export function WallMiddle({ scene, zoom }: WallMiddleProps) {
  const { t } = useWords('room')
  switch (scene.kind) {
    case 'outcome':
      return <WallOutcome shown={scene.shown} zoom={zoom} />
    case 'item':
      return <ItemScene item={scene.item} />
    case 'planned':
      return <PlannedScene />
    case 'suspended':
      return <Words large={t('suspended')} />
    case 'over':
      return <Words large={t('isOver')} small={t(scene.phase)} />
    case 'closedItem':
      return <Words large={t('closedItem', { number: scene.number })} />
    case 'closedMeeting':
      return <Words large={t('closedMeeting')} />
    case 'noItem':
      return <Words large={t('noItem')} />
    default:
      return never(scene)
  }
}

interface WordsProps {
  readonly large: string
  readonly small?: string | null
}

function Words({ large, small = null }: WordsProps) {
  return (
    <section className={styles.words}>
      <p className={styles.large} dir="auto">
        {large}
      </p>
      {small === null ? null : (
        <p className={styles.small} dir="auto">
          {small}
        </p>
      )}
    </section>
  )
}

interface ItemSceneProps {
  readonly item: ItemView
}

function ItemScene({ item }: ItemSceneProps) {
  const { t } = useWords('room')
  const parties = useParties()
  const words = plainText(item.title).trim()
  const lead = item.lead === null ? null : t('presents', { name: parties.show(item.lead).name })
  return <Words large={words === '' ? t('untitled') : words} small={lead} />
}

function PlannedScene() {
  const { t, locale } = useWords('room')
  const head = useRecord((record) => record.head)
  const date = head === null ? null : formatDate(head.startsAt, locale, head.timeZone)
  const time = head === null ? null : formatTime(head.startsAt, locale, head.timeZone)
  const when = date === null ? null : time === null ? t('begins', { date }) : t('beginsAt', { date, time })
  return <Words large={t('planned')} small={when} />
}
