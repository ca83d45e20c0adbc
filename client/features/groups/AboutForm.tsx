import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { api } from '../../sync/index.ts'
import { Button, FormError, TextField, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Settings.module.css'
import { useRefresh } from './useRefresh.ts'

export interface AboutFormProps {
  readonly group: GroupAnswer
}

/** What the group is: name, purpose, to whom it is open, where it meets, which convention it serves. */
export function AboutForm({ group }: AboutFormProps) {
  const { t } = useWords('groups')
  const toast = useToast()
  const refresh = useRefresh(group.groupId)
  const [name, setName] = useState(group.name)
  const [purpose, setPurpose] = useState(group.purpose)
  const [openTo, setOpenTo] = useState(group.openTo)
  const [meets, setMeets] = useState(group.meets)
  const [convention, setConvention] = useState(group.convention)
  const save = useMutation({
    mutationFn: () => api.changeGroup(group.groupId, { name: name.trim(), purpose, openTo, meets, convention }),
    onSuccess: async () => {
      await refresh()
      toast(t('about.saved'))
    },
  })
  const isNamed = name.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isNamed && !save.isPending) save.mutate()
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <TextField
        label={t('about.name')}
        value={name}
        onChange={setName}
        maxLength={160}
        error={isNamed ? null : t('list.nameMissing')}
      />
      <TextField
        label={t('about.purpose')}
        help={t('about.purposeHelp')}
        value={purpose}
        onChange={setPurpose}
        maxLength={2000}
        rows={5}
      />
      <TextField label={t('about.openTo')} value={openTo} onChange={setOpenTo} maxLength={500} rows={2} />
      <TextField
        label={t('about.meets')}
        help={t('about.meetsHelp')}
        value={meets}
        onChange={setMeets}
        maxLength={500}
        rows={2}
      />
      <TextField label={t('about.convention')} value={convention} onChange={setConvention} maxLength={300} />
      <FormError error={save.error} />
      <div>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('about.save')}
        </Button>
      </div>
    </form>
  )
}
