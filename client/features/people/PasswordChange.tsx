import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiRefused, accountApi } from '../../sync/index.ts'
import { Button, FormError, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { isWeak, minPasswordLength } from './checks.ts'
import styles from './OwnAccount.module.css'

/** A new password for oneself; the present one is asked for, because an open page is no proof of who sits before it. */
export function PasswordChange() {
  const { t } = useWords('people')
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const change = useMutation({
    mutationFn: () => accountApi.changePassword({ current, password }),
    onSuccess: async () => {
      setCurrent('')
      setPassword('')
      setChecked(false)
      await client.invalidateQueries({ queryKey: ['account'] })
    },
  })
  const isLongEnough = password.length >= minPasswordLength
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isLongEnough && current !== '' && !change.isPending) change.mutate()
  }
  const why = change.error instanceof ApiRefused ? change.error.code : null
  const sentence = why === 'forbidden' ? t('account.wrongPassword') : isWeak(change.error) ? t('field.passwordWeak') : undefined
  return (
    <section className={styles.section}>
      <h2>{t('account.password')}</h2>
      <p className={styles.text}>{t('account.passwordText')}</p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('account.present')}
          type="password"
          name="current"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <TextField
          label={t('account.new')}
          type="password"
          name="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          help={t('field.passwordHelp')}
          error={isChecked && !isLongEnough && password !== '' ? t('field.passwordShort') : null}
        />
        <FormError error={change.error} text={sentence} />
        {change.isSuccess && password === '' ? <p role="status">{t('account.changed')}</p> : null}
        <Button type="submit" isPending={change.isPending}>
          {t('account.change')}
        </Button>
      </form>
    </section>
  )
}
