import { useState } from 'react'
import type { DelegationAnswer, GroupAnswer } from '../../../shared/protocol/index.ts'
import { Button, EmptyState, Icon, IconButton, Loaded, Plate } from '../../ui/index.ts'
import { useRegions, useWords } from '../../words/index.ts'
import { AddDelegationDialog } from './AddDelegationDialog.tsx'
import { EditDelegationDialog } from './EditDelegationDialog.tsx'
import styles from './Settings.module.css'
import { useDelegations } from './useGroup.ts'

export interface DelegationSettingsProps {
  readonly group: GroupAnswer
}

/** The delegations of a group, and the way to add one or to change what is known of it. */
export function DelegationSettings({ group }: DelegationSettingsProps) {
  const { t } = useWords('groups')
  const delegations = useDelegations(group.groupId)
  const [isAdding, setAdding] = useState(false)
  const [editing, setEditing] = useState<DelegationAnswer | null>(null)
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
                <DelegationLine
                  key={delegation.delegationId}
                  delegation={delegation}
                  onEdit={mayManage ? () => setEditing(delegation) : null}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isAdding ? <AddDelegationDialog groupId={group.groupId} onClose={() => setAdding(false)} /> : null}
      {editing === null ? null : (
        <EditDelegationDialog groupId={group.groupId} delegation={editing} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

interface DelegationLineProps {
  readonly delegation: DelegationAnswer
  readonly onEdit: (() => void) | null
}

function DelegationLine({ delegation, onEdit }: DelegationLineProps) {
  const { t } = useWords()
  const { t: words } = useWords('groups')
  const regions = useRegions()
  const facts = [
    t(`type.${delegation.type}`),
    ...(delegation.partyStatus ? [t(`partyStatus.${delegation.partyStatus}`)] : []),
    t(`membership.${delegation.membership}`),
    ...(delegation.region === null ? [] : [regions.show(delegation.region)]),
  ]
  return (
    <li>
      <span className={styles.plate}>
        <Plate code={delegation.code} />
      </span>
      <span className={styles.main}>
        <bdi>{delegation.name}</bdi>
      </span>
      <span className="micro">{facts.join(' · ')}</span>
      {onEdit ? <IconButton icon="edit" label={words('del.edit', { name: delegation.name })} onPress={onEdit} /> : null}
    </li>
  )
}
