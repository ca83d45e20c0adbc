import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiRefused, api } from '../../sync/index.ts'
import { Banner, Button, FormError, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { looksLikeEmail } from './checks.ts'
import { FormFrame } from './FormFrame.tsx'

export interface SignInFormProps {
  readonly onSignedIn: () => void
  /** Nobody can sign in before there is an administrator. */
  readonly isFirstStart?: boolean | undefined
}

/** E-mail and password. */
export function SignInForm({ onSignedIn, isFirstStart = false }: SignInFormProps) {
  const { t } = useWords('people')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const signIn = useMutation({ mutationFn: () => api.signIn({ email: email.trim(), password }), onSuccess: onSignedIn })
  const submit = () => {
    setChecked(true)
    if (looksLikeEmail(email) && password !== '' && !signIn.isPending) signIn.mutate()
  }
  const isWrong = signIn.error instanceof ApiRefused && signIn.error.code === 'unauthenticated'
  return (
    <FormFrame title={t('signIn.title')} text={t('signIn.text')} onSubmit={submit}>
      {isFirstStart ? <Banner icon="warning">{t('signIn.firstStart')}</Banner> : null}
      <TextField
        label={t('field.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={isChecked && !looksLikeEmail(email) ? t('field.emailWrong') : null}
        autoFocus
      />
      <TextField
        label={t('field.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <FormError error={signIn.error} text={isWrong ? t('signIn.wrong') : undefined} />
      <Button type="submit" variant="primary" size="big" isWide isPending={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
      <p className="micro">{t('signIn.forgotten')}</p>
    </FormFrame>
  )
}
