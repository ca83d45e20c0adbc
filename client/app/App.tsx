import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { I18nProvider, RouterProvider as LinkProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'
import { SecretContext, type SecretKeeper } from '../features/people/index.ts'
import { ToastProvider } from '../ui/index.ts'
import { useWords } from '../words/index.ts'
import type { AppRouter } from './createAppRouter.ts'
import { NewRelease } from './NewRelease.tsx'

export interface AppProps {
  readonly words: i18n
  readonly queries: QueryClient
  readonly secrets: SecretKeeper
  readonly router: AppRouter
}

/** The whole product in one page: words, answers of the server, links, messages, and the page that the address names. */
export function App({ words, queries, secrets, router }: AppProps) {
  return (
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <SecretContext value={secrets}>
          <Inside router={router} />
        </SecretContext>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

interface InsideProps {
  readonly router: AppRouter
}

function Inside({ router }: InsideProps) {
  const { locale } = useWords()
  return (
    <I18nProvider locale={locale}>
      {/* Links of the components go through the router, so that a page of ours opens without loading anything twice. */}
      <LinkProvider navigate={(href) => router.history.push(href)}>
        <ToastProvider>
          <NewRelease />
          <RouterProvider router={router} />
        </ToastProvider>
      </LinkProvider>
    </I18nProvider>
  )
}
