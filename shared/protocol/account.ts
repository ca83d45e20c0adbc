import { z } from 'zod'

const instant = z.string()

/** One place where the caller is signed in, as the caller sees it. */
export const loginAnswer = z.strictObject({
  loginId: z.string(),
  /** The browser and the system as far as their names are known: "Firefox", "Windows". */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** When somebody signed in there. */
  since: instant,
  /** When it was last renewed: at most a day before it was last used. */
  seen: instant,
  until: instant,
  /** The one that asks. */
  own: z.boolean(),
})

/** A personal token as its owner sees it later: never the token itself. */
export const tokenLineAnswer = z.strictObject({ tokenId: z.string(), since: instant, expiresAt: instant.nullable() })

/** A new password for oneself, by the one that holds until now. */
export const changePasswordBody = z.strictObject({
  current: z.string().min(1).max(128),
  password: z.string().min(10).max(128),
})

export type LoginAnswer = z.infer<typeof loginAnswer>
export type TokenLineAnswer = z.infer<typeof tokenLineAnswer>
