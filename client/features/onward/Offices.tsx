import type { HandoverAnswer } from '../../../shared/protocol/index.ts'
import { Plate } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Handover.module.css'

export interface OfficesProps {
  readonly handover: Pick<HandoverAnswer, 'offices' | 'delegations' | 'liveLinks'>
}

/** Who is who by office, how many delegations of each kind there are, and how many links still let somebody in. */
export function Offices({ handover: { offices, delegations, liveLinks } }: OfficesProps) {
  const { t, locale } = useWords('onward')
  const counts = delegations.map(({ type, count }) => `${t(`type.${type}`)} ${new Intl.NumberFormat(locale).format(count)}`)
  return (
    <dl className={styles.facts}>
      {offices.map(({ role, people }) => (
        <div key={role}>
          <dt>{t(role === 'rapporteur' ? 'office.rapporteur' : 'office.coordinator')}</dt>
          {people.length === 0 ? <dd>{t('nobody')}</dd> : null}
          {people.map(({ name, delegation }) => (
            <dd key={name} className={styles.person}>
              {delegation === null ? null : <Plate code={delegation.code ?? ''} name={delegation.name} />}
              <span dir="auto">{name}</span>
            </dd>
          ))}
        </div>
      ))}
      <div>
        <dt>{t('delegationsTitle')}</dt>
        <dd className="num">{counts.length === 0 ? t('noneYet') : counts.join(t('comma'))}</dd>
        {liveLinks === 0 ? null : <dd className="micro num">{t('liveLinks', { count: liveLinks })}</dd>}
      </div>
    </dl>
  )
}
