import { ApiRefused } from '../../sync/index.ts'

/** Whether the text has the shape of an e-mail address; the server has the last word. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
}

/** The least length of a password, as shared/protocol has it. */
export const minPasswordLength = 10

/** Whether a password was refused because it is easily guessed: its length was looked at before it was sent. */
export function isWeak(error: unknown): boolean {
  return error instanceof ApiRefused && error.code === 'invalid'
}
