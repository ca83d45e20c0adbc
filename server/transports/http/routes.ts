import type { Route } from './route.ts'
import { accountRoutes } from './routes/account.ts'
import { afterRoutes } from './routes/after.ts'
import { bringInRoutes } from './routes/bringIn.ts'
import { copyRoutes } from './routes/copies.ts'
import { exportRoutes } from './routes/exports.ts'
import { groupRoutes } from './routes/groups.ts'
import { importRoutes } from './routes/imports.ts'
import { meetingRoutes } from './routes/meetings.ts'
import { memberRoutes } from './routes/members.ts'
import { onwardRoutes } from './routes/onward.ts'
import { registerRoutes } from './routes/registers.ts'
import { reportRoutes } from './routes/reports.ts'
import { searchRoutes } from './routes/search.ts'
import { seatRoutes } from './routes/seats.ts'
import { sessionRoutes } from './routes/sessions.ts'

/** Every route under `/api`; there is no other. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...accountRoutes,
  ...groupRoutes,
  ...memberRoutes,
  ...seatRoutes,
  ...meetingRoutes,
  ...copyRoutes,
  ...afterRoutes,
  ...onwardRoutes,
  ...registerRoutes,
  ...reportRoutes,
  ...searchRoutes,
  ...bringInRoutes,
  ...exportRoutes,
  ...importRoutes,
]
