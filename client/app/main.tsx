import { QueryClient } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SecretKeeper } from '../features/people/index.ts'
import { ApiRefused } from '../sync/index.ts'
import { applyTheme, keptTheme } from '../ui/index.ts'
import { preferredLanguage, startWords } from '../words/index.ts'
import { App } from './App.tsx'
import { appRoutes } from './appRoutes.ts'
import { forgetOnReturn } from './forgetOnReturn.ts'
import { noStorage } from './noStorage.ts'
import { Addresses } from './router/Addresses.ts'

// Before anything is drawn: the secret leaves the address bar, and the page has its theme, language and direction.
const root = document.documentElement
const storage = deviceStorage(() => window.localStorage)
const secrets = new SecretKeeper({
  location: window.location,
  history: window.history,
  storage: deviceStorage(() => window.sessionStorage),
})
forgetOnReturn(window, storage)
applyTheme(keptTheme(storage ?? noStorage), root, storage ?? noStorage)
const routes = appRoutes()
const { route } = routes.find(window.location.pathname)
// The page's code and its words are fetched side by side. What fails is asked for again, and told, by the page itself.
void routes.fetch(route).catch(() => undefined)
const words = await startWords(preferredLanguage(storage ?? noStorage, navigator.languages), root, route.words)

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A no stays a no; silence is asked again twice.
      retry: (failures, error) => !(error instanceof ApiRefused) && failures < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place to draw in')
createRoot(place).render(
  <StrictMode>
    <App words={words} queries={queries} secrets={secrets} addresses={new Addresses(window)} routes={routes} />
  </StrictMode>,
)

/** The browser's storage, or null where it refuses even to be looked at. */
function deviceStorage(open: () => Storage): Storage | null {
  try {
    return open()
  } catch {
    return null
  }
}
