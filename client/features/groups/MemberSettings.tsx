import { useState } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { Button, Icon, Loaded } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { AddMemberDialog } from './AddMemberDialog.tsx'
import { MemberLine } from './MemberLine.tsx'
import { OneTimeLinkDialog } from './OneTimeLinkDialog.tsx'
import styles from './Settings.module.css'
import { useDelegations, useMembers } from './useGroup.ts'

export interface MemberSettingsProps {
  readonly group: GroupAnswer
}

/** A link that is shown this once, and whom it is for. */
export interface ShownLink {
  readonly name: string
  readonly url: string
}

/** The people of a group who have an account: role, delegation, one-time links. */
export function MemberSettings({ group }: MemberSettingsProps) {
  const { t } = useWords('groups')
  const members = useMembers(group.groupId)
  const delegations = useDelegations(group.groupId)
  const [isAdding, setAdding] = useState(false)
  const [link, setLink] = useState<ShownLink | null>(null)
  const mayManage = group.rights.includes('members.manage')
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>{t('mem.text')}</p>
        {mayManage ? (
          <Button variant="primary" onPress={() => setAdding(true)}>
            <Icon name="plus" />
            {t('mem.add')}
          </Button>
        ) : null}
      </div>
      <Loaded asked={members} shape={['long', 'long', 'long']}>
        {(list) => (
          <ul className={styles.list}>
            {list.map((member) => (
              <MemberLine
                key={member.memberId}
                groupId={group.groupId}
                member={member}
                delegation={delegations.data?.find((one) => one.delegationId === member.delegationId) ?? null}
                mayManage={mayManage}
                onLink={setLink}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {isAdding ? (
        <AddMemberDialog
          groupId={group.groupId}
          onClose={() => setAdding(false)}
          onLink={(shown) => {
            setAdding(false)
            setLink(shown)
          }}
        />
      ) : null}
      {link ? <OneTimeLinkDialog link={link} onClose={() => setLink(null)} /> : null}
    </>
  )
}
