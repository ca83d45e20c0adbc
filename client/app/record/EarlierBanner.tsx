import type { VersionLine } from '../../../shared/session/index.ts'
import { useVersionName } from '../../features/review/index.ts'
import { useRecord } from '../../store/index.ts'
import { Banner, LinkButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface EarlierBannerProps {
  readonly version: VersionLine | null
}

/** Said over a version that is not the text that holds. */
export function EarlierBanner({ version }: EarlierBannerProps) {
  const { t } = useWords('review')
  const nameOf = useVersionName()
  const meetingId = useRecord((record) => record.meetingId) ?? ''
  if (version === null) return null
  return (
    <Banner tone="info" icon="document" action={<LinkButton href={`/m/${meetingId}/record`}>{t('earlier.latest')}</LinkButton>}>
      <b>{t('earlier.title', { version: nameOf(version) })}</b> {t('earlier.text')}
    </Banner>
  )
}
