import { useEffect, useRef, useState } from 'react'
import type { ItemView, Phase } from '../../../shared/record/index.ts'
import { useConnection, useMeeting, useSaved, useStandpoint, useStoring } from '../../store/index.ts'
import type { ConnectionState } from '../../sync/index.ts'
import { Banner, Button, LinkButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { AsideBanner } from './AsideBanner.tsx'
import { FollowBanner } from './FollowBanner.tsx'
import { useCameBack } from './useCameBack.ts'
import { useCopyText } from './useCopyText.ts'

export interface BannersProps {
  readonly item: ItemView | null
}

/** What happened, what is safe, what to do: one sentence for each thing that is not as usual. */
export function Banners({ item }: BannersProps) {
  return (
    <>
      <LineBanner />
      <ReaderBanner />
      <StoringBanner />
      <AsideBanner item={item} />
      <FollowBanner />
    </>
  )
}

/** A line that is only opening for a moment is no news. */
const patienceMs = 2000

function LineBanner() {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const meeting = useMeeting()
  const connection = useConnection()
  const sign = useSaved()
  const mode = useStandpoint((standpoint) => standpoint.mode)
  const isDown = useIsDown(connection)
  const back = useCameBack(isDown)
  const copy = useCopyText()
  if (sign.kind === 'notKept') {
    return (
      <Banner tone="live" icon="warning" role="alert" action={<Button onPress={copy}>{t('copyText')}</Button>}>
        <b>{t('notKept.title')}</b> {t('notKept.text')}
      </Banner>
    )
  }
  if (connection.kind === 'refused') {
    return (
      <Banner
        tone="live"
        icon="lock"
        role="alert"
        action={
          <span className="row">
            {sign.kind === 'saved' ? null : <Button onPress={copy}>{t('copyText')}</Button>}
            <LinkButton href="/">{t('refused.back')}</LinkButton>
          </span>
        }
      >
        <b>{t('refused.title')}</b> {common(`refusal.${connection.refusal.code}`)}
      </Banner>
    )
  }
  if (isDown) {
    const waiting = sign.kind === 'onDevice' ? ` ${t('offline.changes', { count: sign.changes })}` : ''
    return (
      <Banner tone="warn" icon="offline" action={<Button onPress={() => meeting.retry()}>{t('offline.retry')}</Button>}>
        <b>{t('offline.title')}</b> {mode === 'reader' ? t('offline.reads') : `${t('offline.text')}${waiting}`}
      </Banner>
    )
  }
  if (back !== null) {
    return (
      <Banner tone="ok" icon="check">
        <b>{t('back.title')}</b> {back > 0 ? t('back.saved', { count: back }) : null}
      </Banner>
    )
  }
  return null
}

/** Down for long enough to be worth a word. A browser that knows it is offline is believed at once. */
function useIsDown(connection: ConnectionState): boolean {
  const isUp = connection.kind === 'live' || connection.kind === 'refused' || connection.kind === 'closed'
  const [isLong, setLong] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    if (isUp) {
      setLong(false)
      return
    }
    timer.current = setTimeout(() => setLong(true), navigator.onLine ? patienceMs : 0)
    return () => {
      if (timer.current !== null) clearTimeout(timer.current)
    }
  }, [isUp])
  return !isUp && isLong
}

function ReaderBanner() {
  const { t } = useWords('live')
  const meeting = useMeeting()
  const standpoint = useStandpoint((value) => value)
  if (standpoint === null || standpoint.mode === 'pen') return null
  if (standpoint.readerBecause === 'outdated') {
    return (
      <Banner tone="info" icon="sync" action={<Button onPress={() => window.location.reload()}>{t('outdated.reload')}</Button>}>
        <b>{t('outdated.title')}</b> {t('outdated.text')}
      </Banner>
    )
  }
  const { session } = standpoint
  if (session.phase === 'circulated' || session.phase === 'adopted') {
    return (
      <Banner
        icon="lock"
        action={<LinkButton href={`/m/${meeting.record.get()?.meetingId ?? ''}/record`}>{t('out.open')}</LinkButton>}
      >
        <b>{t(`out.${session.phase}`)}</b> {t(standpoint.role === 'observer' ? 'out.observer' : 'out.text')}
      </Banner>
    )
  }
  if (standpoint.role === 'observer') {
    return (
      <Banner icon={session.closed ? 'lock' : 'eye'}>
        <b>{t('observer.title')}</b>{' '}
        {t(session.closed ? 'observer.closed' : isOver(session.phase) ? 'observer.reads' : 'observer.text')}
      </Banner>
    )
  }
  return (
    <Banner icon="eye">
      <b>{t('reader.title')}</b> {t('reader.text')}
    </Banner>
  )
}

/** Nobody speaks any more, so nobody can ask for the floor. */
function isOver(phase: Phase): boolean {
  return phase !== 'planned' && phase !== 'inSession' && phase !== 'suspended'
}

function StoringBanner() {
  const { t } = useWords('live')
  const meeting = useMeeting()
  const isStoring = useStoring()
  const connection = useConnection()
  const mode = useStandpoint((standpoint) => standpoint.mode)
  if (!isStoring && connection.kind !== 'offline') {
    return (
      <Banner tone="warn" icon="warning">
        <b>{t('storing.title')}</b> {t('storing.text')}
      </Banner>
    )
  }
  // Said before the first key, not after the loss (design: device cannot store).
  if (mode === 'pen' && !meeting.keepsWords) {
    return (
      <Banner tone="live" icon="warning">
        <b>{t('keeps.title')}</b> {t('keeps.text')}
      </Banner>
    )
  }
  return null
}
