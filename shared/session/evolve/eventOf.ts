import type { SessionEvent } from '../events.ts'

/** One kind of event. */
export type EventOf<Kind extends SessionEvent['kind']> = Extract<SessionEvent, { readonly kind: Kind }>
