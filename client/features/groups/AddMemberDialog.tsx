import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Role, roles } from '../../../shared/access/index.ts'
import { api } from '../../sync/index.ts'
import { Button, Dialog, DialogButtons, FormError, Select, TextField, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { DelegationSelect } from './DelegationSelect.tsx'
import styles from './Settings.module.css'
import { useRefresh } from './useRefresh.ts'

export interface AddMemberDialogProps {
  readonly groupId: string
  readonly onClose: () => void
  /** A new account got a link to set its password. */
  readonly onLink: (link: { readonly name: string; readonly url: string }) => void
}

/** Adds somebody by e-mail address, with a role and a delegation. */
export function AddMemberDialog({ groupId, onClose, onLink }: AddMemberDialogProps) {
  const { t } = useWords('groups')
  const common = useWords()
  const toast = useToast()
  const refresh = useRefresh(groupId)
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('participant')
  const [delegationId, setDelegationId] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
  const add = useMutation({
    mutationFn: () =>
      api.addMember(groupId, {
        email: email.trim(),
        role,
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        ...(delegationId === null ? {} : { delegationId }),
      }),
    onSuccess: async (member) => {
      await refresh()
      if (member.url !== null) return onLink({ name: member.name, url: member.url })
      toast(t('mem.added', { name: member.name }))
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isAddress && !add.isPending) add.mutate()
  }
  return (
    <Dialog title={t('mem.add')} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextField
          label={t('mem.email')}
          type="email"
          autoComplete="off"
          value={email}
          onChange={setEmail}
          error={isChecked && !isAddress ? t('mem.emailWrong') : null}
          autoFocus
        />
        <TextField label={t('mem.name')} value={name} onChange={setName} maxLength={120} isOptional />
        <Select<Role>
          label={t('mem.role')}
          value={role}
          onChange={setRole}
          choices={roles.map((id) => ({ id, label: common.t(`role.${id}`) }))}
        />
        <DelegationSelect groupId={groupId} value={delegationId} onChange={setDelegationId} />
        <FormError error={add.error} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={add.isPending}>
            {t('mem.add')}
          </Button>
          <Button onPress={onClose}>{common.t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
