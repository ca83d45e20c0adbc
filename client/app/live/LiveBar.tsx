import { BarPlates } from '../../features/presence/index.ts'
import { useAbout, useIsLive, useMay, useMe, useRecord } from '../../store/index.ts'
import { Bar, Button, Icon, IconButton, LinkButton, VisuallyHidden } from '../../ui/index.ts'
import { formatDate, useWords } from '../../words/index.ts'
import { BarEnd } from '../BarEnd.tsx'
import { useParams } from '../router/useParams.ts'
import styles from './LiveBar.module.css'
import type { LivePanel } from './liveActions.ts'
import { SavedState } from './SavedState.tsx'
import { StatusMenu } from './StatusMenu.tsx'
import { mayProject, projectorOf } from './usePageActions.ts'
import { usePlateRoom } from './usePlateRoom.ts'

export interface LiveBarProps {
  readonly isGuest: boolean
  readonly onPanel: (panel: LivePanel) => void
  readonly showsPeople: boolean
  readonly onPeople: () => void
}

/** The bar of the live meeting: where we are, whether it is saved, how far the meeting is, who is here. */
export function LiveBar({ isGuest, onPanel, showsPeople, onPeople }: LiveBarProps) {
  const { t, locale } = useWords('live')
  const { t: common } = useWords()
  const { meetingId } = useParams('/m/$meetingId')
  const about = useAbout()
  const isLive = useIsLive()
  const me = useMe()
  const mayShare = useMay('seats.manage')
  const plates = usePlateRoom()
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
        <BarPlates room={plates} />
      </button>
      {mayShare ? (
        <span className="hideOnPhone">
          <Button onPress={() => onPanel('share')} isDisabled={!isLive} aria-label={t('share')}>
            <Icon name="share" />
            <span className="hideOnTablet">{t('share')}</span>
          </Button>
        </span>
      ) : null}
      {mayProject(me) ? (
        <span className="hideOnPhone">
          <LinkButton href={projectorOf(meetingId)} target="_blank">
            <Icon name="screen" />
            <span className="hideOnTablet">{t('project')}</span>
            <VisuallyHidden>
              {t('projector')}, {common('opensElsewhere')}
            </VisuallyHidden>
          </LinkButton>
        </span>
      ) : null}
      <span className={`hideOnPhone ${styles.icons}`}>
        <IconButton icon="search" label={t('palette')} onPress={() => onPanel('palette')} />
        <IconButton icon="keyboard" label={t('keyboard')} onPress={() => onPanel('keys')} />
      </span>
      <span className={styles.end}>
        <BarEnd />
      </span>
    </Bar>
  )
}
