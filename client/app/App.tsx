import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { SecretContext, type SecretKeeper } from '../features/people/index.ts'
import { GoContext, ToastProvider } from '../ui/index.ts'
import { type PageWords, useWords, WordsContext } from '../words/index.ts'
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
  const { locale } = useWords()
  return (
    <I18nProvider locale={locale}>
      {/* Links, and entries of menus that are links, lead on within the page: nothing is loaded twice. */}
      <GoContext value={addresses.go}>
        <RouterProvider navigate={(href) => addresses.go(href)}>
          <ToastProvider>
            <NewRelease />
            <Pages addresses={addresses} routes={routes} failed={(error) => <PageError error={error} />} />
          </ToastProvider>
        </RouterProvider>
      </GoContext>
    </I18nProvider>
  )
}
