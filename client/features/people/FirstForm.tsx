import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiRefused, api } from '../../sync/index.ts'
import { Button, FormError, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { isWeak, looksLikeEmail, minPasswordLength } from './checks.ts'
import { FormFrame } from './FormFrame.tsx'

export interface FirstFormProps {
  readonly secret: string
  readonly onClaimed: () => void
}

/** Makes the first administrator, by the one-time address that the server printed. */
export function FirstForm({ secret, onClaimed }: FirstFormProps) {
  const { t } = useWords('people')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const claim = useMutation({
    mutationFn: () => api.claimAdministrator({ secret, name: name.trim(), email: email.trim(), password }),
    onSuccess: onClaimed,
  })
  const problems = {
    name: name.trim() === '' ? t('field.nameMissing') : null,
    email: looksLikeEmail(email) ? null : t('field.emailWrong'),
    password: password.length < minPasswordLength ? t('field.passwordShort') : null,
  }
  const submit = () => {
    setChecked(true)
    if (!problems.name && !problems.email && !problems.password && !claim.isPending) claim.mutate()
  }
  const isUsed = claim.error instanceof ApiRefused && ['ended', 'notFound', 'forbidden'].includes(claim.error.code)
  return (
    <FormFrame title={t('first.title')} text={t('first.text')} onSubmit={submit}>
      <TextField
        label={t('field.name')}
        name="name"
        autoComplete="name"
        placeholder={t('field.namePlaceholder')}
        value={name}
        onChange={setName}
        error={isChecked ? problems.name : null}
        maxLength={120}
        autoFocus
      />
      <TextField
        label={t('field.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={isChecked ? problems.email : null}
      />
      <TextField
        label={t('field.password')}
        type="password"
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        help={t('field.passwordHelp')}
        error={isChecked ? problems.password : null}
      />
      <FormError
        error={claim.error}
        text={isUsed ? t('first.used') : isWeak(claim.error) ? t('field.passwordWeak') : undefined}
      />
      <Button type="submit" variant="primary" size="big" isWide isPending={claim.isPending}>
        {t('first.submit')}
      </Button>
    </FormFrame>
  )
}
