import { z } from 'zod'
import { isId } from '../base/index.ts'

/** An id of ours that names something of this kind; that it is there is asked when the command is decided. */
export function idOf<Id extends string>(): z.ZodType<Id, string> {
  // A brand is a mark for the compiler only: what has the shape of an id may carry it.
  return z.string().refine(isId, 'is not an id') as unknown as z.ZodType<Id, string>
}

/** A name or a few words on one line: control and bidirectional override characters are refused at the door. */
export const lineOf = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]*$/u, 'has control characters')
    .refine((text) => text.isWellFormed(), 'is not well-formed text')

/** Whether a text of several lines has nothing in it but letters, signs and line ends. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && /^[^\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]*$/u.test(text.replace(/[\n\t]/g, ''))
}
