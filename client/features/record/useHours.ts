import type { Millis } from '../../../shared/base/index.ts'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import { hourOf, useWords } from '../../words/index.ts'

/** Says when something happened in the meeting: the hour of the place, with the day where the meeting went over several. */
export function useHours({ head, session }: Pick<MeetingRecord, 'head' | 'session'>): (at: Millis) => string {
  const { locale } = useWords()
  const sittings = session.history.filter(({ phase }) => phase !== 'circulated' && phase !== 'adopted').map(({ at }) => at)
  return (at) => hourOf(at, { locale, timeZone: head.timeZone, sittings })
}
