import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiRefused, api } from '../../sync/index.ts'
import { Button, EmptyState, FormError, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { isWeak, minPasswordLength } from './checks.ts'
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
  const preview = useQuery({ queryKey: ['password link', secret], queryFn: () => api.previewPassword(secret), retry: false })
  const set = useMutation({ mutationFn: () => api.setPassword({ secret, password }), onSuccess: onSet })
  const isLongEnough = password.length >= minPasswordLength
  const submit = () => {
    setChecked(true)
    if (isLongEnough && !set.isPending) set.mutate()
  }
  if (isOver(preview.error) || isOver(set.error)) {
    return <EmptyState title={t('password.over')} text={t('password.used')} role="alert" />
  }
  return (
    <FormFrame title={t('password.title')} text={t('password.text')} onSubmit={submit}>
      {preview.data ? (
        <p className="small">
          {t('password.for')} <bdi>{preview.data.name}</bdi>, <bdi>{preview.data.email}</bdi>
        </p>
      ) : null}
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
      <FormError error={set.error} text={isWeak(set.error) ? t('field.passwordWeak') : undefined} />
      <Button type="submit" variant="primary" size="big" isWide isPending={set.isPending}>
        {t('password.submit')}
      </Button>
    </FormFrame>
  )
}

function isOver(error: unknown): boolean {
  return error instanceof ApiRefused && (error.code === 'ended' || error.code === 'notFound')
}
