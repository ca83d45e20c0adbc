import type { Part } from '../../../shared/record/index.ts'

/** Whether one can comment on it and mend it: what has words of its own and a number by which it is cited. */
export function isCommentable(part: Part | null): part is Part & { readonly number: string } {
  return part !== null && part.number !== null && part.kind !== 'attendance' && part.kind !== 'speakers'
}
