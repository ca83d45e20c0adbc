import type { ItemView, Phase } from '../../../shared/record/index.ts'
import { useAsides, useMeeting, useShelved, useStandpoint } from '../../store/index.ts'
import { Banner, Button, LinkButton, later } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { loadNewest } from '../loadNewest.ts'
import { CopiesFromBefore } from './CopiesFromBefore.tsx'
import { FollowBanner } from './FollowBanner.tsx'
import { LineBanner } from './LineBanner.tsx'
import { StoringBanner } from './StoringBanner.tsx'
import { useOwnText } from './useOwnText.ts'

const AsideBanner = later(async () => (await import('./AsideBanner.tsx')).AsideBanner, ['live', 'review', 'room'])

export interface BannersProps {
  readonly item: ItemView | null
}

/** What happened, what is safe, what to do: one sentence for each thing that is not as usual. */
export function Banners({ item }: BannersProps) {
  const text = useOwnText()
  const hasAsides = useAsides().length > 0
  const isShelved = useShelved().count > 0
  return (
    <>
      <LineBanner text={text} />
      <ReaderBanner />
      <StoringBanner text={text} />
      <CopiesFromBefore />
      {hasAsides || isShelved ? <AsideBanner item={item} /> : null}
      <FollowBanner />
    </>
  )
}

function ReaderBanner() {
  const { t } = useWords('live')
  const meeting = useMeeting()
  const standpoint = useStandpoint((value) => value)
  if (standpoint === null || standpoint.mode === 'pen') return null
  if (standpoint.readerBecause === 'outdated') {
    return (
      <Banner tone="info" icon="sync" action={<Button onPress={() => void loadNewest()}>{t('outdated.reload')}</Button>}>
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
