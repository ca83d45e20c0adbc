import { useEffect, useRef, useState } from 'react'
import { useConnection, useDocument, useReadable, useSaved } from '../../store/index.ts'
import type { ConnectionState } from '../../sync/index.ts'
import { Banner, Button, LinkButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { loadNewest } from '../loadNewest.ts'
import type { OwnText } from './ownText.ts'
import { TakeText } from './TakeText.tsx'
import { useCameBack } from './useCameBack.ts'

/** A line that is only opening for a moment is no news. */
const patienceMs = 2000

export interface LineBannerProps {
  /** Takes all words of the page along. */
  readonly text: OwnText
}

/** How the line stands, where it is not as usual: what is safe and what to do. */
export function LineBanner({ text }: LineBannerProps) {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const open = useDocument()
  const connection = useConnection()
  const sign = useSaved()
  const mode = useReadable(open.standpoint)?.mode ?? null
  const keeps = useReadable(open.keeps)
  const isDown = useIsDown(connection)
  const back = useCameBack(isDown)
  if (sign.kind === 'notKept') {
    return (
      <Banner tone="live" icon="warning" role="alert" action={<TakeText text={text} />}>
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
            {connection.refusal.code === 'outdated' ? (
              <Button onPress={() => void loadNewest()}>{t('outdated.reload')}</Button>
            ) : null}
            {sign.kind === 'saved' ? null : <TakeText text={text} />}
            <LinkButton href="/">{t('refused.back')}</LinkButton>
          </span>
        }
      >
        <b>{t('refused.title')}</b> {common(`refusal.${connection.refusal.code}`)}
      </Banner>
    )
  }
  if (isDown) {
    const kept = keeps ? 'offline.text' : 'offline.noDevice'
    const waiting = sign.kind === 'onDevice' ? ` ${t('offline.changes', { count: sign.changes })}` : ''
    return (
      <Banner tone="warn" icon="offline" action={<Button onPress={() => open.retry()}>{t('offline.retry')}</Button>}>
        <b>{t('offline.title')}</b> {mode === 'reader' ? t('offline.reads') : `${t(kept)}${waiting}`}
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
