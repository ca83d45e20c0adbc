import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DelegationAnswer } from '../../../shared/protocol/index.ts'
import { ApiRefused, api } from '../../sync/index.ts'
import { Button, ComboBox, Dialog, DialogButtons, FormError, Select, TextField } from '../../ui/index.ts'
import { useRegions, useWords } from '../../words/index.ts'
import { delegationKinds } from './delegationKinds.ts'
import { MembershipSelect } from './MembershipSelect.tsx'
import { PartyStatusSelect } from './PartyStatusSelect.tsx'
import { RegionField } from './RegionField.tsx'
import styles from './Settings.module.css'
import { useRefresh } from './useRefresh.ts'
import { useStates } from './useStates.ts'

export interface AddDelegationDialogProps {
  readonly groupId: string
  readonly onClose: () => void
}

const codePattern = /^[\p{L}\p{N}.&/-]{1,8}$/u

/** Adds a delegation: a state from the ISO list, or an organization by its own name and code. */
export function AddDelegationDialog({ groupId, onClose }: AddDelegationDialogProps) {
  const { t, language } = useWords('groups')
  const common = useWords()
  const states = useStates(language)
  const regions = useRegions()
  const refresh = useRefresh(groupId)
  const [kind, setKind] = useState<'state' | 'organization'>('state')
  const [state, setState] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [type, setType] = useState<DelegationAnswer['type']>('internationalOrganization')
  const [status, setStatus] = useState<DelegationAnswer['partyStatus']>(null)
  const [region, setRegion] = useState('')
  const [membership, setMembership] = useState<DelegationAnswer['membership']>('member')
  const [isChecked, setChecked] = useState(false)
  const place = regions.read(region)
  const chosen = states.data?.find((one) => one.id === state)
  const isState = kind === 'state'
  const wrong = {
    state: isState && !chosen ? t('del.pickState') : null,
    name: !isState && name.trim() === '' ? t('del.nameMissing') : null,
    code: !isState && !codePattern.test(code.trim()) ? t('del.codeWrong') : null,
  }
  const add = useMutation({
    mutationFn: () =>
      api.addDelegation(groupId, {
        name: chosen && isState ? chosen.label : name.trim(),
        code: chosen && isState ? chosen.id : code.trim(),
        type: isState ? 'state' : type,
        membership,
        ...(isState && status !== null ? { partyStatus: status } : {}),
        ...(isState && place !== null ? { region: place } : {}),
      }),
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!wrong.state && !wrong.name && !wrong.code && !add.isPending) add.mutate()
  }
  const isThere = add.error instanceof ApiRefused && add.error.code === 'conflict'
  return (
    <Dialog title={t('del.add')} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <Select
          label={t('del.kind')}
          value={kind}
          onChange={setKind}
          choices={[
            { id: 'state', label: t('del.state') },
            { id: 'organization', label: t('del.organization') },
          ]}
        />
        {isState ? (
          <>
            <ComboBox
              key={states.data ? 'ready' : 'waiting'}
              label={t('del.stateField')}
              placeholder={t('del.statePlaceholder')}
              choices={states.data ?? []}
              value={state}
              onChange={setState}
              error={isChecked ? wrong.state : null}
            />
            <PartyStatusSelect value={status} onChange={setStatus} />
            <RegionField value={region} onChange={setRegion} />
          </>
        ) : (
          <>
            <TextField
              label={t('del.name')}
              value={name}
              onChange={setName}
              maxLength={160}
              error={isChecked ? wrong.name : null}
            />
            <TextField
              label={t('del.code')}
              help={t('del.codeHelp')}
              value={code}
              onChange={setCode}
              maxLength={8}
              error={isChecked ? wrong.code : null}
            />
            <Select
              label={t('del.type')}
              value={type}
              onChange={setType}
              choices={delegationKinds.filter((id) => id !== 'state').map((id) => ({ id, label: common.t(`type.${id}`) }))}
            />
          </>
        )}
        <MembershipSelect value={membership} onChange={setMembership} />
        <FormError error={add.error} text={isThere ? t('del.conflict') : undefined} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={add.isPending}>
            {t('del.add')}
          </Button>
          <Button onPress={onClose}>{common.t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
