import { Page, Skeleton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface LivePageProps {
  readonly meetingId: string
  /** Whose words these are (`a:…` or `g:…`); offline, whoever was in on this device last. */
  readonly personId: string
  readonly isGuest: boolean
}

/** The live meeting. */
export function LivePage(_props: LivePageProps) {
  const { t } = useWords('live')
  return (
    <Page title={t('openingMeeting')}>
      <Skeleton shape={['title', 'long', 'long']} label={t('openingMeeting')} />
    </Page>
  )
}
