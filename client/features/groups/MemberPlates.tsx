import type { DelegationAnswer, MemberAnswer } from '../../../shared/protocol/index.ts'
import { Plate, Plates } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { delegationKinds } from './delegationKinds.ts'
import styles from './MemberPlates.module.css'

export interface MemberPlatesProps {
  readonly delegations: readonly DelegationAnswer[]
  readonly members: readonly MemberAnswer[]
}

/** The delegations of a group as nameplates: those who run it first, then by type. */
export function MemberPlates({ delegations, members }: MemberPlatesProps) {
  const { t } = useWords('groups')
  const common = useWords()
  if (delegations.length === 0) return <p className="muted small">{t('home.noMembers')}</p>
  const running = new Set(
    members
      .filter((member) => member.role === 'coordinator' || member.role === 'rapporteur')
      .map((member) => member.delegationId),
  )
  const office = delegations.filter((delegation) => running.has(delegation.delegationId))
  return (
    <ul className={styles.groups}>
      {office.length > 0 ? (
        <PlateGroup
          title={`${common.t('role.coordinator')}, ${common.t('role.rapporteur')}`}
          delegations={office}
          hasCount={false}
        />
      ) : null}
      {delegationKinds.map((type) => {
        const ofType = delegations.filter((delegation) => delegation.type === type && !running.has(delegation.delegationId))
        return ofType.length === 0 ? null : (
          <PlateGroup key={type} title={common.t(`types.${type}`)} delegations={ofType} hasCount />
        )
      })}
    </ul>
  )
}

interface PlateGroupProps {
  readonly title: string
  readonly delegations: readonly DelegationAnswer[]
  readonly hasCount: boolean
}

function PlateGroup({ title, delegations, hasCount }: PlateGroupProps) {
  return (
    <li>
      <h3>
        <span>{title}</span>
        {hasCount ? <span className="num">{delegations.length}</span> : null}
      </h3>
      <Plates>
        {delegations.map((delegation) => (
          <Plate key={delegation.delegationId} code={delegation.code} name={delegation.name} />
        ))}
      </Plates>
    </li>
  )
}
