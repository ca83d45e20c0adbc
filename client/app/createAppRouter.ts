import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { PageError } from './pages/PageError.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: PageError })
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path })

// Each page is its own file to fetch: somebody who joins on a phone does not wait for the settings.
const routes = [
  createRoute({ ...at('/'), component: lazyRouteComponent(() => import('./pages/GroupsPage.tsx'), 'GroupsPage') }),
  createRoute({ ...at('/first'), component: lazyRouteComponent(() => import('./pages/FirstPage.tsx'), 'FirstPage') }),
  createRoute({ ...at('/sign-in'), component: lazyRouteComponent(() => import('./pages/SignInPage.tsx'), 'SignInPage') }),
  createRoute({
    ...at('/set-password'),
    component: lazyRouteComponent(() => import('./pages/SetPasswordPage.tsx'), 'SetPasswordPage'),
  }),
  createRoute({ ...at('/join'), component: lazyRouteComponent(() => import('./pages/JoinPage.tsx'), 'JoinPage') }),
  createRoute({
    ...at('/g/$groupId'),
    component: lazyRouteComponent(() => import('./pages/GroupHomePage.tsx'), 'GroupHomePage'),
  }),
  createRoute({
    ...at('/g/$groupId/settings'),
    component: lazyRouteComponent(() => import('./pages/GroupSettingsPage.tsx'), 'GroupSettingsPage'),
  }),
  createRoute({
    ...at('/g/$groupId/meetings'),
    component: lazyRouteComponent(() => import('./pages/MeetingsPage.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    ...at('/g/$groupId/actions'),
    component: lazyRouteComponent(() => import('./pages/ActionsPage.tsx'), 'ActionsPage'),
  }),
  createRoute({
    ...at('/g/$groupId/outcomes'),
    component: lazyRouteComponent(() => import('./pages/OutcomesPage.tsx'), 'OutcomesPage'),
  }),
  createRoute({
    ...at('/g/$groupId/threads/$kind/$partId'),
    component: lazyRouteComponent(() => import('./pages/ThreadPage.tsx'), 'ThreadPage'),
  }),
  createRoute({
    ...at('/g/$groupId/participation'),
    component: lazyRouteComponent(() => import('./pages/ParticipationPage.tsx'), 'ParticipationPage'),
  }),
  createRoute({
    ...at('/g/$groupId/records'),
    component: lazyRouteComponent(() => import('./pages/RecordsPage.tsx'), 'RecordsPage'),
  }),
  createRoute({
    ...at('/records'),
    component: lazyRouteComponent(() => import('./pages/AllRecordsPage.tsx'), 'AllRecordsPage'),
  }),
  createRoute({
    ...at('/g/$groupId/meetings/new'),
    component: lazyRouteComponent(() => import('./pages/NewMeetingPage.tsx'), 'NewMeetingPage'),
  }),
  createRoute({
    ...at('/g/$groupId/bring-in'),
    component: lazyRouteComponent(() => import('./pages/BringInPage.tsx'), 'BringInPage'),
  }),
  createRoute({
    ...at('/g/$groupId/reports'),
    component: lazyRouteComponent(() => import('./pages/ReportsPage.tsx'), 'ReportsPage'),
  }),
  createRoute({ ...at('/r/$reportId'), component: lazyRouteComponent(() => import('./pages/ReportPage.tsx'), 'ReportPage') }),
  createRoute({
    ...at('/g/$groupId/backlog'),
    component: lazyRouteComponent(() => import('./pages/BacklogPage.tsx'), 'BacklogPage'),
  }),
  createRoute({
    ...at('/g/$groupId/handover'),
    component: lazyRouteComponent(() => import('./pages/HandoverPage.tsx'), 'HandoverPage'),
  }),
  createRoute({
    ...at('/m/$meetingId'),
    component: lazyRouteComponent(() => import('./pages/LiveMeetingPage.tsx'), 'LiveMeetingPage'),
  }),
  createRoute({ ...at('/m/$meetingId/head'), component: lazyRouteComponent(() => import('./pages/HeadPage.tsx'), 'HeadPage') }),
  createRoute({
    ...at('/m/$meetingId/projector'),
    component: lazyRouteComponent(() => import('./pages/ProjectorPage.tsx'), 'ProjectorPage'),
  }),
  createRoute({
    ...at('/m/$meetingId/record'),
    component: lazyRouteComponent(() => import('./pages/RecordPage.tsx'), 'RecordPage'),
  }),
] as const

/** Every address of the product and the page behind it. */
export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren(routes),
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: PageError,
    scrollRestoration: true,
    // Plain words on both sides: the router's own reading takes "2002" for a number and eats the quotation marks of a phrase.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: writeSearch,
  })
}

function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
