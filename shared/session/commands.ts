import { z } from 'zod'

/** Commands of the session, as they come over every door. `id` makes each happen once. */
export const sessionCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('meeting.open'), id: z.string() }),
  z.strictObject({ kind: z.literal('meeting.suspend'), id: z.string() }),
  z.strictObject({ kind: z.literal('meeting.resume'), id: z.string() }),
  z.strictObject({ kind: z.literal('meeting.close'), id: z.string() }),
])

export type SessionCommand = z.infer<typeof sessionCommandSchema>
