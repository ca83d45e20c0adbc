import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { SecretKeeper } from './SecretKeeper.ts'

/** The page's keeper of secrets, made once where the page starts. */
export const SecretContext = createContext<SecretKeeper | null>(null)

export interface Secret {
  readonly secret: string | null
  readonly forget: () => void
}

/** The secret of the link that opened this page. */
export function useSecret(path: '/first' | '/join' | '/set-password'): Secret {
  const keeper = useContext(SecretContext)
  if (!keeper) throw new Error('useSecret needs a SecretContext above it')
  useEffect(() => {
    window.addEventListener('hashchange', keeper.take)
    return () => window.removeEventListener('hashchange', keeper.take)
  }, [keeper])
  const secret = useSyncExternalStore(keeper.subscribe, () => keeper.secretFor(path))
  return { secret, forget: () => keeper.forget(path) }
}
