import { useQueryClient } from '@tanstack/react-query'
import { Doorstep, SignInForm, useSession, Welcome } from '../../features/people/index.ts'
import { useWords } from '../../words/index.ts'
import { insidePath } from '../insidePath.ts'
import { useGo } from '../router/useGo.ts'
import { useSearch } from '../router/useSearch.ts'

/** `/sign-in?to=`: comes in, and goes where one wanted to go. */
export function SignInPage() {
  const { t } = useWords('people')
  const session = useSession()
  const client = useQueryClient()
  const go = useGo()
  const { to = null } = useSearch()
  const enter = async () => {
    await client.resetQueries()
    go(insidePath(to))
  }
  return (
    <Doorstep title={t('signIn.title')} invitation={<Welcome />}>
      <SignInForm isFirstStart={session.data?.firstStart ?? false} onSignedIn={() => void enter()} />
    </Doorstep>
  )
}
