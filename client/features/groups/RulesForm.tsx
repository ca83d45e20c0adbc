import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { api } from '../../sync/index.ts'
import { Button, CheckField, FormError, Select, TextField, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Settings.module.css'
import { useRefresh } from './useRefresh.ts'

export interface RulesFormProps {
  readonly group: GroupAnswer
}

/** What participants may edit, and the group's operative verbs in their order. */
export function RulesForm({ group }: RulesFormProps) {
  const { t } = useWords('groups')
  const toast = useToast()
  const refresh = useRefresh(group.groupId)
  const [edit, setEdit] = useState(group.rules.participantsEdit)
  const [mayDraft, setMayDraft] = useState(group.rules.participantsEditDraft)
  const [verbs, setVerbs] = useState(group.outcomeKinds.join('\n'))
  const kinds = [...new Set(verbs.split('\n').map((verb) => verb.trim()))].filter((verb) => verb !== '')
  const save = useMutation({
    mutationFn: () =>
      api.changeGroup(group.groupId, {
        rules: { participantsEdit: edit, participantsEditDraft: mayDraft },
        outcomeKinds: kinds,
      }),
    onSuccess: async () => {
      await refresh()
      toast(t('about.saved'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (kinds.length > 0 && !save.isPending) save.mutate()
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <Select
        label={t('rules.edit')}
        value={edit}
        onChange={setEdit}
        choices={[
          { id: 'everything', label: t('rules.everything') },
          { id: 'agenda', label: t('rules.agenda') },
        ]}
      />
      <CheckField label={t('rules.draft')} isSelected={mayDraft} onChange={setMayDraft} />
      <TextField
        label={t('rules.kinds')}
        help={t('rules.kindsHelp')}
        value={verbs}
        onChange={setVerbs}
        rows={12}
        error={kinds.length === 0 ? t('rules.kindsMissing') : null}
      />
      <FormError error={save.error} />
      <div>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('about.save')}
        </Button>
      </div>
    </form>
  )
}
