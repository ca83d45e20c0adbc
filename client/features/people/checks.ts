/** Whether the text has the shape of an e-mail address; the server has the last word. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
}

/** The least length of a password, as shared/protocol has it. */
export const minPasswordLength = 10
