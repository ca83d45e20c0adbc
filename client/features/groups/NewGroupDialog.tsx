import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, queries } from '../../sync/index.ts'
import { Button, Dialog, DialogButtons, FormError, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface NewGroupDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onCreated: (groupId: string) => void
}

/** Makes a group; whoever makes it becomes its coordinator. */
export function NewGroupDialog({ isOpen, onClose, onCreated }: NewGroupDialogProps) {
  const { t } = useWords('groups')
  const common = useWords()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [isChecked, setChecked] = useState(false)
  const create = useMutation({
    mutationFn: () => api.createGroup(name.trim()),
    onSuccess: async (group) => {
      await client.invalidateQueries({ queryKey: queries.groups().queryKey })
      onCreated(group.groupId)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (name.trim() !== '' && !create.isPending) create.mutate()
  }
  return (
    <Dialog title={t('list.new')} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={t('list.name')}
          help={t('list.nameHelp')}
          value={name}
          onChange={setName}
          maxLength={160}
          error={isChecked && name.trim() === '' ? t('list.nameMissing') : null}
          autoFocus
        />
        <FormError error={create.error} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={create.isPending}>
            {t('list.create')}
          </Button>
          <Button onPress={onClose}>{common.t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
