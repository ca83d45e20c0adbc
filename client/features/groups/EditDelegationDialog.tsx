import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DelegationAnswer } from '../../../shared/protocol/index.ts'
import { api } from '../../sync/index.ts'
import { Button, Dialog, DialogButtons, FormError, TextField } from '../../ui/index.ts'
import { useRegions, useWords } from '../../words/index.ts'
import { MembershipSelect } from './MembershipSelect.tsx'
import { PartyStatusSelect } from './PartyStatusSelect.tsx'
import { RegionField } from './RegionField.tsx'
import styles from './Settings.module.css'
import { useRefresh } from './useRefresh.ts'

export interface EditDelegationDialogProps {
  readonly groupId: string
  readonly delegation: DelegationAnswer
  readonly onClose: () => void
}

/** Changes what is learned or changes later: name, party status, regional group, membership. Code and type stay. */
export function EditDelegationDialog({ groupId, delegation, onClose }: EditDelegationDialogProps) {
  const { t } = useWords('groups')
  const common = useWords()
  const regions = useRegions()
  const refresh = useRefresh(groupId)
  const [name, setName] = useState(delegation.name)
  const [partyStatus, setPartyStatus] = useState(delegation.partyStatus)
  const [membership, setMembership] = useState(delegation.membership)
  const [region, setRegion] = useState(delegation.region === null ? '' : regions.show(delegation.region))
  const isState = delegation.type === 'state'
  const isNameless = name.trim() === ''
  const change = useMutation({
    mutationFn: () =>
      api.changeDelegation(groupId, delegation.delegationId, {
        name: name.trim(),
        membership,
        ...(isState ? { partyStatus, region: regions.read(region) } : {}),
      }),
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isNameless && !change.isPending) change.mutate()
  }
  return (
    <Dialog title={t('del.edit', { name: delegation.name })} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextField
          label={t('del.name')}
          value={name}
          onChange={setName}
          maxLength={160}
          error={isNameless ? t('del.nameMissing') : null}
        />
        {isState ? (
          <>
            <PartyStatusSelect value={partyStatus} onChange={setPartyStatus} />
            <RegionField value={region} onChange={setRegion} />
          </>
        ) : null}
        <MembershipSelect value={membership} onChange={setMembership} />
        <FormError error={change.error} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={change.isPending}>
            {t('del.save')}
          </Button>
          <Button onPress={onClose}>{common.t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
