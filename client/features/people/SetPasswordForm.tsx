import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiRefused, api } from '../../sync/index.ts'
import { Button, FormError, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { minPasswordLength } from './checks.ts'
import { FormFrame } from './FormFrame.tsx'

export interface SetPasswordFormProps {
  readonly secret: string
  readonly onSet: () => void
}

/** Chooses a password by a one-time link. */
export function SetPasswordForm({ secret, onSet }: SetPasswordFormProps) {
  const { t } = useWords('people')
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const set = useMutation({ mutationFn: () => api.setPassword({ secret, password }), onSuccess: onSet })
  const isLongEnough = password.length >= minPasswordLength
  const submit = () => {
    setChecked(true)
    if (isLongEnough && !set.isPending) set.mutate()
  }
  const isUsed = set.error instanceof ApiRefused && (set.error.code === 'ended' || set.error.code === 'notFound')
  return (
    <FormFrame title={t('password.title')} text={t('password.text')} onSubmit={submit}>
      <TextField
        label={t('field.password')}
        type="password"
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        help={t('field.passwordHelp')}
        error={isChecked && !isLongEnough ? t('field.passwordShort') : null}
        autoFocus
      />
      <FormError error={set.error} text={isUsed ? t('password.used') : undefined} />
      <Button type="submit" variant="primary" size="big" isWide isPending={set.isPending}>
        {t('password.submit')}
      </Button>
    </FormFrame>
  )
}
