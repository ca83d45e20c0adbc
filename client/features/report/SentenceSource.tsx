import type { ReportedMeeting, SentenceView } from '../../../shared/report/index.ts'
import { TextLink } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'

export interface SentenceSourceProps {
  readonly sentence: SentenceView
  readonly meeting: ReportedMeeting | null
  /** The report is made from one meeting, which need not be named each time. */
  readonly isOnly: boolean
}

/** In the margin, never in the text: out of which part of which record a sentence was taken, or that it is from none. */
export function SentenceSource({ sentence, meeting, isOnly }: SentenceSourceProps) {
  const { t, locale } = useWords('report')
  const { source } = sentence
  if (source === null) return <span>{t('fromNoRecord')}</span>
  if (source.kind === 'group') return <span>{t('source.group')}</span>
  const what = t(`source.${source.kind}`)
  const when = formatShortDate(meeting?.startsAt ?? null, locale) ?? (isOnly ? null : (meeting?.title ?? null))
  const version = source.version === null ? t('draft') : t('version', { number: source.version })
  const words = when === null ? t('sourceUndated', { what, version }) : t('sourceWords', { what, when, version })
  const address = addressOf(sentence)
  return address === null ? <span>{words}</span> : <TextLink href={address}>{words}</TextLink>
}

/** The version that was taken in, where there is one: what it says now is told under the sentence. */
function addressOf({ source, present, sourceState }: SentenceView): string | null {
  if (source === null || source.meetingId === null) return null
  const isPart = source.kind === 'outcome' || source.kind === 'action' || source.kind === 'target'
  const mark = isPart && source.id !== null ? `#${source.id}` : ''
  if (sourceState === 'same' && present?.address) return present.address
  const version = source.version === null ? '' : `?version=${source.version}`
  return `/m/${source.meetingId}/record${version}${mark}`
}
