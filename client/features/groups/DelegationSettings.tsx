import { useState } from 'react'
import type { DelegationAnswer, GroupAnswer } from '../../../shared/protocol/index.ts'
import { Button, EmptyState, Icon, Loaded, Plate } from '../../ui/index.ts'
import { formatList, useWords } from '../../words/index.ts'
import { AddDelegationDialog } from './AddDelegationDialog.tsx'
import styles from './Settings.module.css'
import { useDelegations } from './useGroup.ts'

export interface DelegationSettingsProps {
  readonly group: GroupAnswer
}

/** The delegations of a group, and the way to add one. */
export function DelegationSettings({ group }: DelegationSettingsProps) {
  const { t } = useWords('groups')
  const delegations = useDelegations(group.groupId)
  const [isAdding, setAdding] = useState(false)
  const mayManage = group.rights.includes('delegations.manage')
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>{t('del.text')}</p>
        {mayManage ? (
          <Button variant="primary" onPress={() => setAdding(true)}>
            <Icon name="plus" />
            {t('del.add')}
          </Button>
        ) : null}
      </div>
      <Loaded asked={delegations} shape={['long', 'long', 'long']}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('del.empty')} />
          ) : (
            <ul className={styles.list}>
              {list.map((delegation) => (
                <DelegationLine key={delegation.delegationId} delegation={delegation} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isAdding ? <AddDelegationDialog groupId={group.groupId} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

interface DelegationLineProps {
  readonly delegation: DelegationAnswer
}

function DelegationLine({ delegation }: DelegationLineProps) {
  const { t, locale } = useWords()
  const facts = [
    t(`type.${delegation.type}`),
    ...(delegation.partyStatus ? [t(`partyStatus.${delegation.partyStatus}`)] : []),
    t(`membership.${delegation.membership}`),
  ]
  return (
    <li>
      <span className={styles.plate}>
        <Plate code={delegation.code} />
      </span>
      <span className={styles.main}>
        <bdi>{delegation.name}</bdi>
      </span>
      <span className="micro">{formatList(facts, locale)}</span>
    </li>
  )
}
