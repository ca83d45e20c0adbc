import type { Refusal, RefusalCode } from './Refusal.ts'

/** An answer that may be an expected no. A broken machine throws instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refused

export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

/** The yes. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** The no: a code from the closed list, one plain sentence, and which of the reasons behind the code it is, where there are several. */
export function refuse(code: RefusalCode, message: string, reason?: string | undefined): Refused {
  return { ok: false, refusal: { code, message, ...(reason === undefined ? {} : { reason }) } }
}
