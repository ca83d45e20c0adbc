import { Routes } from './router/Routes.ts'

/** Every address of the product and the page behind it. */
export function appRoutes(): Routes {
  // Each page is its own file to fetch: somebody who joins on a phone does not wait for the settings.
  return new Routes(
    [
      { pattern: '/', words: ['groups'], load: async () => (await import('./pages/GroupsPage.tsx')).GroupsPage },
      { pattern: '/first', words: ['people'], load: async () => (await import('./pages/FirstPage.tsx')).FirstPage },
      { pattern: '/sign-in', words: ['people'], load: async () => (await import('./pages/SignInPage.tsx')).SignInPage },
      { pattern: '/account', words: ['people'], load: async () => (await import('./pages/AccountPage.tsx')).AccountPage },
      {
        pattern: '/set-password',
        words: ['people'],
        load: async () => (await import('./pages/SetPasswordPage.tsx')).SetPasswordPage,
      },
      { pattern: '/join', words: ['people'], load: async () => (await import('./pages/JoinPage.tsx')).JoinPage },
      {
        pattern: '/g/$groupId',
        words: ['archive', 'groups', 'onward', 'register'],
        load: async () => (await import('./pages/GroupHomePage.tsx')).GroupHomePage,
      },
      {
        pattern: '/g/$groupId/settings',
        words: ['groups'],
        load: async () => (await import('./pages/GroupSettingsPage.tsx')).GroupSettingsPage,
      },
      {
        pattern: '/g/$groupId/meetings',
        words: ['archive', 'groups'],
        load: async () => (await import('./pages/MeetingsPage.tsx')).MeetingsPage,
      },
      {
        pattern: '/g/$groupId/actions',
        words: ['groups', 'register'],
        load: async () => (await import('./pages/ActionsPage.tsx')).ActionsPage,
      },
      {
        pattern: '/g/$groupId/outcomes',
        words: ['archive', 'groups', 'register'],
        load: async () => (await import('./pages/OutcomesPage.tsx')).OutcomesPage,
      },
      {
        pattern: '/g/$groupId/threads/$kind/$partId',
        words: ['groups', 'register'],
        load: async () => (await import('./pages/ThreadPage.tsx')).ThreadPage,
      },
      {
        pattern: '/g/$groupId/participation',
        words: ['archive', 'groups', 'register'],
        load: async () => (await import('./pages/ParticipationPage.tsx')).ParticipationPage,
      },
      {
        pattern: '/g/$groupId/records',
        words: ['archive', 'groups'],
        load: async () => (await import('./pages/RecordsPage.tsx')).RecordsPage,
      },
      {
        pattern: '/records',
        words: ['archive'],
        load: async () => (await import('./pages/AllRecordsPage.tsx')).AllRecordsPage,
      },
      {
        pattern: '/g/$groupId/meetings/new',
        words: ['copies', 'groups', 'onward'],
        load: async () => (await import('./pages/NewMeetingPage.tsx')).NewMeetingPage,
      },
      {
        pattern: '/g/$groupId/bring-in',
        words: ['bringin', 'groups', 'room'],
        load: async () => (await import('./pages/BringInPage.tsx')).BringInPage,
      },
      {
        pattern: '/g/$groupId/reports',
        words: ['archive', 'groups', 'report'],
        load: async () => (await import('./pages/ReportsPage.tsx')).ReportsPage,
      },
      {
        pattern: '/r/$reportId',
        words: ['groups', 'live', 'record', 'report', 'room'],
        load: async () => (await import('./pages/ReportPage.tsx')).ReportPage,
      },
      {
        pattern: '/g/$groupId/backlog',
        words: ['groups', 'onward'],
        load: async () => (await import('./pages/BacklogPage.tsx')).BacklogPage,
      },
      {
        pattern: '/g/$groupId/handover',
        words: ['groups', 'onward'],
        load: async () => (await import('./pages/HandoverPage.tsx')).HandoverPage,
      },
      {
        pattern: '/m/$meetingId',
        words: ['live'],
        load: async () => (await import('./pages/LiveMeetingPage.tsx')).LiveMeetingPage,
      },
      {
        pattern: '/m/$meetingId/head',
        words: ['groups'],
        load: async () => (await import('./pages/HeadPage.tsx')).HeadPage,
      },
      {
        pattern: '/m/$meetingId/projector',
        words: ['live', 'room'],
        load: async () => (await import('./pages/ProjectorPage.tsx')).ProjectorPage,
      },
      {
        pattern: '/m/$meetingId/record',
        words: ['bringin', 'copies', 'groups', 'live', 'record', 'report', 'review', 'room'],
        load: async () => (await import('./pages/RecordPage.tsx')).RecordPage,
      },
    ],
    { pattern: '*', words: [], load: async () => (await import('./pages/NotFoundPage.tsx')).NotFoundPage },
  )
}
