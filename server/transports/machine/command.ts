import { z } from 'zod'

/** What the command line can ask of a server or of a stopped data folder, and what is answered with one line of JSON. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('admin.create'),
    email: z.email().max(254),
    name: z.string().trim().min(1).max(120),
    password: z.string(),
  }),
  z.strictObject({ kind: z.literal('token.create'), email: z.email().max(254), days: z.int().min(1).max(3650).nullable() }),
  z.strictObject({ kind: z.literal('sample.load') }),
  z.strictObject({ kind: z.literal('verify') }),
  z.strictObject({ kind: z.literal('index.rebuild') }),
])
export type Command = z.infer<typeof commandSchema>

/** Asks a running server for a backup; the answer is its bytes, and not a line. */
export const backupCommand = z.strictObject({ kind: z.literal('backup') })

/** What the command line prints and how it ends: 0 done, 1 refused with one line. */
export const outcomeSchema = z.strictObject({
  exit: z.union([z.literal(0), z.literal(1)]),
  print: z.unknown(),
  line: z.string().nullable(),
})
export type CommandOutcome = z.infer<typeof outcomeSchema>
