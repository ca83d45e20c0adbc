import { useQueryClient } from '@tanstack/react-query'
import { AccountMenu, useSession } from '../features/people/index.ts'
import { api, forgetDevice, forgetSession, waiting } from '../sync/index.ts'
import { LanguageMenu, ThemeButton } from '../ui/index.ts'

/** What stands at the end of every bar: language, theme, and who one is. */
export function BarEnd() {
  const session = useSession()
  const client = useQueryClient()
  const account = session.data?.account
  const guest = session.data?.guest
  const name = account?.name ?? guest?.name ?? null
  const signOut = async () => {
    await api.signOut()
    await forgetDevice()
    forgetSession(window.localStorage)
    client.clear()
    // A fresh load: nothing of the person who left stays in memory.
    window.location.assign('/sign-in')
  }
  return (
    <>
      <LanguageMenu />
      <ThemeButton />
      {name === null ? null : <AccountMenu name={name} isGuest={!account} countWaiting={waiting} onSignOut={signOut} />}
    </>
  )
}
