import type { z } from 'zod'
import type { Refusal } from '../../../shared/base/index.ts'

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Refusal; readonly fields: readonly string[] }

/** Parses a body or query by its schema. The refusal names the fields that do not fit, never what stood in them. */
export function parseInput(schema: z.ZodType | undefined, input: unknown): Parsed {
  if (schema === undefined) {
    const empty = input === undefined || (typeof input === 'object' && input !== null && Object.keys(input).length === 0)
    return empty ? { ok: true, value: undefined } : wrong([])
  }
  const parsed = schema.safeParse(input ?? {})
  if (parsed.success) return { ok: true, value: parsed.data }
  const fields = parsed.error.issues.flatMap((issue) => {
    const place = issue.path.map(String)
    if (issue.code !== 'unrecognized_keys') return [place.join('.')]
    return issue.keys.map((key) => [...place, key].join('.'))
  })
  return wrong(fields)
}

function wrong(fields: readonly string[]): Parsed {
  const named = [...new Set(fields.filter((field) => field !== ''))].slice(0, 20).map((field) => field.slice(0, 80))
  const message = named.length === 0 ? 'The body does not fit this address.' : `These do not fit: ${named.join(', ')}.`
  return { ok: false, refusal: { code: 'invalid', message }, fields: named }
}
