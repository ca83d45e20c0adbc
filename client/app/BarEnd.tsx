import { useQueryClient } from '@tanstack/react-query'
import { AccountMenu, useSession } from '../features/people/index.ts'
import { endSession, forgetDevice, waiting } from '../sync/index.ts'
import { LanguageMenu, ThemeButton } from '../ui/index.ts'

/** What stands at the end of every bar: language, theme, and who one is. */
export function BarEnd() {
  const session = useSession()
  const client = useQueryClient()
  const account = session.data?.account
  const guest = session.data?.guest
  const name = account?.name ?? guest?.name ?? null
  const signOut = async () => {
    await endSession(window.localStorage)
    await forgetDevice()
    client.clear()
    // A fresh load: nothing of the person who left stays in memory, and this address is not one step back.
    window.location.replace('/sign-in')
  }
  return (
    <>
      <LanguageMenu />
      <ThemeButton />
      {name === null ? null : <AccountMenu name={name} isGuest={!account} countWaiting={waiting} onSignOut={signOut} />}
    </>
  )
}
