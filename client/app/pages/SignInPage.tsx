import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { Doorstep, SignInForm, useSession, Welcome } from '../../features/people/index.ts'
import { useWords } from '../../words/index.ts'
import { insidePath } from '../insidePath.ts'

/** `/sign-in?to=`: comes in, and goes where one wanted to go. */
export function SignInPage() {
  const { t } = useWords('people')
  const session = useSession()
  const client = useQueryClient()
  const router = useRouter()
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const enter = async () => {
    await client.resetQueries()
    router.history.push(insidePath(new URLSearchParams(search).get('to')))
  }
  return (
    <Doorstep title={t('signIn.title')} invitation={<Welcome />}>
      <SignInForm isFirstStart={session.data?.firstStart ?? false} onSignedIn={() => void enter()} />
    </Doorstep>
  )
}
