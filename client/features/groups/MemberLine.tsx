import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Role, roles } from '../../../shared/access/index.ts'
import type { DelegationAnswer, MemberAnswer } from '../../../shared/protocol/index.ts'
import { ApiRefused, api } from '../../sync/index.ts'
import { ConfirmDialog, FormError, Icon, MenuButton, Plate } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Settings.module.css'
import { useRefresh } from './useRefresh.ts'

export interface MemberLineProps {
  readonly groupId: string
  readonly member: MemberAnswer
  readonly delegation: DelegationAnswer | null
  readonly mayManage: boolean
  readonly onLink: (link: { readonly name: string; readonly url: string }) => void
}

/** One member, with what a coordinator can do about them. */
export function MemberLine({ groupId, member, delegation, mayManage, onLink }: MemberLineProps) {
  const { t } = useWords('groups')
  const common = useWords()
  const refresh = useRefresh(groupId)
  const [isRemoving, setRemoving] = useState(false)
  const change = useMutation({
    mutationFn: (role: Role) => api.changeMember(groupId, member.memberId, { role }),
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: () => api.removeMember(groupId, member.memberId),
    onSettled: async () => {
      setRemoving(false)
      await refresh()
    },
  })
  const reset = useMutation({
    mutationFn: () => api.resetMember(groupId, member.memberId),
    onSuccess: (link) => onLink({ name: member.name, url: link.url }),
  })
  const entries = [
    ...roles
      .filter((role) => role !== member.role)
      .map((role) => ({ id: `role:${role}` as const, label: t('mem.changeRole', { role: common.t(`role.${role}`) }) })),
    { id: 'reset' as const, label: t('mem.reset'), icon: 'link' as const },
    { id: 'remove' as const, label: t('mem.remove'), icon: 'trash' as const, isDanger: true },
  ]
  const act = (id: (typeof entries)[number]['id']) => {
    if (id === 'reset') return reset.mutate()
    if (id === 'remove') return setRemoving(true)
    const role = roles.find((one) => id === `role:${one}`)
    if (role) change.mutate(role)
  }
  const error = change.error ?? remove.error ?? reset.error
  const isLast = error instanceof ApiRefused && error.code === 'conflict'
  return (
    <li>
      <span className={styles.plate}>{delegation ? <Plate code={delegation.code} name={delegation.name} /> : null}</span>
      <span className={styles.main}>
        <b dir="auto">{member.name}</b>
        {member.you ? <span className="micro"> ({t('mem.you')})</span> : null}
        {member.email ? <bdi className={styles.sub}>{member.email}</bdi> : null}
        {member.pending ? <span className={styles.sub}>{t('mem.pending')}</span> : null}
      </span>
      <span className="small">{common.t(`role.${member.role}`)}</span>
      {mayManage ? (
        <MenuButton variant="ghost" label={t('mem.actions', { name: member.name })} entries={entries} onAction={act}>
          <Icon name="more" />
        </MenuButton>
      ) : null}
      {error ? <FormError error={error} text={isLast ? t('mem.lastCoordinator') : undefined} /> : null}
      <ConfirmDialog
        title={t('mem.removeTitle', { name: member.name })}
        text={t('mem.removeText')}
        verb={t('mem.remove')}
        isOpen={isRemoving}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setRemoving(false)}
      />
    </li>
  )
}
