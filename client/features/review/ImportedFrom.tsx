import type { MeetingAnswer } from '../../../shared/protocol/index.ts'
import { formatMoment, useWords } from '../../words/index.ts'

export interface ImportedFromProps {
  readonly origin: NonNullable<MeetingAnswer['importedFrom']>
}

/** Where a record came from that was a record before: its fingerprint is to be compared with the one there. */
export function ImportedFrom({ origin }: ImportedFromProps) {
  const { t, locale } = useWords('copies')
  const facts = { date: formatMoment(Date.parse(origin.at), locale), group: origin.groupName }
  const { name } = origin.actor
  return (
    <section className="micro">
      <p>{name === null ? t('importedOn', facts) : t('importedBy', { ...facts, name })}</p>
      {origin.fingerprint === null || origin.isProved ? null : (
        <p>{t('importedUnproved', { fingerprint: origin.fingerprint.slice(0, 16) })}</p>
      )}
    </section>
  )
}
