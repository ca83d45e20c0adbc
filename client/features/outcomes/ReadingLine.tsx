import type { Reading } from '../../../shared/session/index.ts'
import { useByServerNow, useMe } from '../../store/index.ts'
import { State } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface ReadingLineProps {
  readonly reading: Reading
}

/** Who reads the words out, and for how long they are locked; by the server's hour. */
export function ReadingLine({ reading }: ReadingLineProps) {
  const { t } = useWords('live')
  const me = useMe()
  const seconds = useByServerNow((now) => Math.max(0, Math.ceil((reading.until - now) / 1000)))
  const { role, name } = reading.actor
  const who =
    me?.personId === reading.person
      ? t('reading.byYou')
      : name !== null
        ? t('reading.byName', { name })
        : t(role === 'rapporteur' ? 'reading.byRapporteur' : 'reading.byCoordinator')
  return (
    <State tone="live" icon="lock">
      <span dir="auto">{who}</span> <span className="num">{t('reading.locked', { count: seconds })}</span>
    </State>
  )
}
