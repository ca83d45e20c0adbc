import { BarPlates } from '../../features/presence/index.ts'
import { useAbout, useConnection, useRecord } from '../../store/index.ts'
import { Bar, Button, Icon, IconButton } from '../../ui/index.ts'
import { formatDate, useWords } from '../../words/index.ts'
import { BarEnd } from '../BarEnd.tsx'
import styles from './LiveBar.module.css'
import { SavedState } from './SavedState.tsx'
import { StatusMenu } from './StatusMenu.tsx'
import { usePlateRoom } from './usePlateRoom.ts'

export interface LiveBarProps {
  readonly isGuest: boolean
  /** Null for those who may not invite. */
  readonly onShare: (() => void) | null
  readonly onKeys: () => void
  readonly showsPeople: boolean
  readonly onPeople: () => void
}

/** The bar of the live meeting: where we are, whether it is saved, how far the meeting is, who is here. */
export function LiveBar({ isGuest, onShare, onKeys, showsPeople, onPeople }: LiveBarProps) {
  const { t, locale } = useWords('live')
  const about = useAbout()
  const connection = useConnection()
  const room = usePlateRoom()
  const head = useRecord((record) => record.head)
  const date = head === null ? null : formatDate(head.startsAt, locale, head.timeZone)
  const group = isGuest || about.groupId === '' ? undefined : `/g/${about.groupId}`
  const title = head?.title ?? ''
  const crumbs = [
    ...(about.groupName === '' ? [] : [{ label: about.groupName, href: group }]),
    // The date is isolated: its language may run the other way than the title's.
    { label: date === null ? title : `${title}, \u2068${date}\u2069` },
  ]
  return (
    <Bar crumbs={crumbs} headingLevel={1}>
      <span className={styles.sign}>
        <SavedState />
      </span>
      <StatusMenu />
      <button
        type="button"
        className={styles.people}
        onClick={onPeople}
        aria-expanded={showsPeople}
        title={showsPeople ? t('hidePeople') : t('showPeople')}
      >
        <BarPlates room={room} />
      </button>
      {onShare === null ? null : (
        <span className="hideOnPhone">
          <Button onPress={onShare} isDisabled={connection.kind !== 'live'} aria-label={t('share')}>
            <Icon name="share" />
            <span className="hideOnTablet">{t('share')}</span>
          </Button>
        </span>
      )}
      <span className="hideOnPhone">
        <IconButton icon="keyboard" label={t('keyboard')} onPress={onKeys} />
      </span>
      <span className={styles.end}>
        <BarEnd />
      </span>
    </Bar>
  )
}
