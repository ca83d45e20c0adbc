import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { SecretContext, type SecretKeeper } from '../features/people/index.ts'
import { GoContext, ToastProvider } from '../ui/index.ts'
import { type PageWords, WordsContext } from '../words/index.ts'
import { NewRelease } from './NewRelease.tsx'
import { PageError } from './pages/PageError.tsx'
import type { Addresses } from './router/Addresses.ts'
import { Pages } from './router/Pages.tsx'
import type { Routes } from './router/Routes.ts'

export interface AppProps {
  readonly words: PageWords
  readonly queries: QueryClient
  readonly secrets: SecretKeeper
  readonly addresses: Addresses
  readonly routes: Routes
}

/** The whole product in one page: words, answers of the server, links, messages, and the page that the address names. */
export function App({ words, queries, secrets, addresses, routes }: AppProps) {
  return (
    <WordsContext value={words}>
      <QueryClientProvider client={queries}>
        <SecretContext value={secrets}>
          <Inside addresses={addresses} routes={routes} />
        </SecretContext>
      </QueryClientProvider>
    </WordsContext>
  )
}

type InsideProps = Pick<AppProps, 'addresses' | 'routes'>

function Inside({ addresses, routes }: InsideProps) {
  return (
    // Links lead on within the page: nothing is loaded twice.
    <GoContext value={addresses.go}>
      <ToastProvider>
        <NewRelease />
        <Pages addresses={addresses} routes={routes} failed={(error) => <PageError error={error} />} />
      </ToastProvider>
    </GoContext>
  )
}
