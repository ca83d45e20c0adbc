import type { Route } from './route.ts'
import { afterRoutes } from './routes/after.ts'
import { exportRoutes } from './routes/exports.ts'
import { groupRoutes } from './routes/groups.ts'
import { meetingRoutes } from './routes/meetings.ts'
import { memberRoutes } from './routes/members.ts'
import { onwardRoutes } from './routes/onward.ts'
import { registerRoutes } from './routes/registers.ts'
import { seatRoutes } from './routes/seats.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { searchRoutes } from './routes/search.ts'

/** Every route under `/api`; there is no other. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...groupRoutes,
  ...memberRoutes,
  ...seatRoutes,
  ...meetingRoutes,
  ...afterRoutes,
  ...onwardRoutes,
  ...registerRoutes,
  ...exportRoutes,
]
  ...searchRoutes,
  ...bringInRoutes,
