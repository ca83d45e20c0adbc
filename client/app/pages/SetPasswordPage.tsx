import { useQueryClient } from '@tanstack/react-query'
import { Doorstep, SetPasswordForm, useSecret, Welcome } from '../../features/people/index.ts'
import { EmptyState } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useGo } from '../router/useGo.ts'

/** `/set-password#…`: sets a password by a one-time link, and is in. */
export function SetPasswordPage() {
  const { t } = useWords('people')
  const client = useQueryClient()
  const go = useGo()
  const { secret, forget } = useSecret('/set-password')
  const enter = async () => {
    forget()
    await client.resetQueries()
    go('/')
  }
  return (
    <Doorstep title={t('password.title')} invitation={<Welcome />}>
      {secret === null ? (
        <EmptyState headingLevel={1} title={t('password.noSecret')} text={t('password.noSecretText')} />
      ) : (
        <SetPasswordForm secret={secret} onSet={() => void enter()} />
      )}
    </Doorstep>
  )
}
