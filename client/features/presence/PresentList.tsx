import { useMemo } from 'react'
import { useConnection, usePeople } from '../../store/index.ts'
import { Plate, Plates } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './PresentList.module.css'
import { type Seat, seatsOf } from './seats.ts'

const types = ['state', 'unEntity', 'internationalOrganization', 'ngo', 'other'] as const

/** Everybody in the meeting, by delegation, as plates on the table. */
export function PresentList() {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const people = usePeople()
  const isLive = useConnection().kind === 'live'
  const seats = useMemo(() => seatsOf(people), [people])
  const delegations = new Set(people.flatMap((person) => (person.delegationId === null ? [] : [person.delegationId]))).size
  const others = seats.filter((seat) => !seat.isOfficer)
  const groups = [
    { key: 'officers', title: t('officers'), seats: seats.filter((seat) => seat.isOfficer) },
    ...types.map((type) => ({ key: type, title: common(`types.${type}`), seats: others.filter((seat) => seat.type === type) })),
    { key: 'none', title: t('withoutDelegation'), seats: others.filter((seat) => seat.type === null) },
  ].filter((group) => group.seats.length > 0)
  return (
    <section className={styles.present} aria-label={t('present')}>
      <div className="spread">
        <h2 className={styles.title}>{t('present')}</h2>
        {people.length > 0 ? (
          <span className="micro num">
            {delegations === 0
              ? t('peopleCount', { count: people.length })
              : t('presentSum', {
                  people: t('peopleCount', { count: people.length }),
                  delegations: t('delegationCount', { count: delegations }),
                })}
          </span>
        ) : null}
      </div>
      {people.length === 0 ? <p className="micro">{isLive ? t('nobodyPresent') : t('needsConnection')}</p> : null}
      <ul className={styles.groups}>
        {groups.map((group) => (
          <li key={group.key}>
            <h3 className={styles.group}>
              <span>{group.title}</span>
              {group.key === 'officers' ? null : <span className="num">{group.seats.length}</span>}
            </h3>
            <Plates>
              {group.seats.map((seat) => (
                <SeatPlate key={seat.key} seat={seat} />
              ))}
            </Plates>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SeatPlateProps {
  readonly seat: Seat
}

function SeatPlate({ seat }: SeatPlateProps) {
  const { t } = useWords('live')
  const name = seat.isAway ? t('awayName', { name: seat.name }) : seat.name
  return <Plate code={seat.code} name={name} colour={seat.colour} isAway={seat.isAway} count={seat.people.length} />
}
