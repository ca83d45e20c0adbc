import { useMemo } from 'react'
import { usePeople } from '../../store/index.ts'
import { MorePlate, Plate, Plates, VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { seatsOf } from './seats.ts'

export interface BarPlatesProps {
  /** How many plates there is room for. */
  readonly room: number
}

/** A few plates of those present, those who write first, and how many more there are. */
export function BarPlates({ room }: BarPlatesProps) {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const people = usePeople()
  const seats = useMemo(() => seatsOf(people), [people])
  // Officers, then whoever writes, then as they came: the row must not dance with each key.
  const shown = [...seats].sort((a, b) => Number(b.isOfficer) - Number(a.isOfficer)).slice(0, room)
  const more = seats.length - shown.length
  return (
    <>
      <Plates>
        {shown.map((seat) => (
          <span key={seat.key} aria-hidden="true">
            <Plate code={seat.code} colour={seat.colour} isAway={seat.isAway} />
          </span>
        ))}
        {more > 0 ? (
          <span aria-hidden="true">
            <MorePlate>{common('moreCount', { count: more })}</MorePlate>
          </span>
        ) : null}
      </Plates>
      <VisuallyHidden>{t('presentPeople', { count: people.length })}</VisuallyHidden>
    </>
  )
}
