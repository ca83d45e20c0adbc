import { type ReactNode, useState } from 'react'
import { useSession } from '../features/people/index.ts'
import type { KeptSession } from '../sync/index.ts'
import { Loaded, Page } from '../ui/index.ts'
import { useWords } from '../words/index.ts'
import { GoTo } from './router/GoTo.tsx'

export interface InsideOnlyProps {
  readonly children: (session: KeptSession) => ReactNode
}

/** Shows a page to those who are in, as an account or by a seat; sends others to sign in, and back afterwards. */
export function InsideOnly({ children }: InsideOnlyProps) {
  const { t } = useWords()
  const session = useSession()
  // Where one wanted to go; read once, because the address changes under this page while it sends people to sign in.
  const [path] = useState(() => `${window.location.pathname}${window.location.search}${window.location.hash}`)
  const isIn = session.data !== undefined && (session.data.account !== null || session.data.guest !== null)
  if (session.data !== undefined && isIn) return children(session.data)
  if (session.data !== undefined) return <GoTo href={`/sign-in?${new URLSearchParams({ to: path })}`} />
  return (
    <Page title={t('loading')} layout="narrow">
      <Loaded asked={session}>{() => null}</Loaded>
    </Page>
  )
}
