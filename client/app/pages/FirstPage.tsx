import { useQueryClient } from '@tanstack/react-query'
import { Doorstep, FirstForm, useSecret, Welcome } from '../../features/people/index.ts'
import { EmptyState, LinkButton, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useGo } from '../router/useGo.ts'

/** `/first#…`: makes the first administrator and leads to the list of groups, where the sample is offered. */
export function FirstPage() {
  const { t } = useWords('people')
  const client = useQueryClient()
  const go = useGo()
  const toast = useToast()
  const { secret, forget } = useSecret('/first')
  const enter = async () => {
    forget()
    await client.resetQueries()
    toast(t('first.done'))
    go('/')
  }
  return (
    <Doorstep title={t('first.title')} invitation={<Welcome />}>
      {secret === null ? (
        <EmptyState headingLevel={1} title={t('first.noSecret')} text={t('first.noSecretText')}>
          <LinkButton href="/sign-in">{t('signIn.title')}</LinkButton>
        </EmptyState>
      ) : (
        <FirstForm secret={secret} onClaimed={() => void enter()} />
      )}
    </Doorstep>
  )
}
