import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { SearchAnswer } from '../../shared/protocol/index.ts'
import { type FilterName, filterValues, parseQuery, type SearchFilter } from '../../shared/search/index.ts'
import type { RankKey } from '../archive/index.ts'
import { type OwnGroup, scopesOf } from './scopesOf.ts'
import { searchAnswerOf } from './searchAnswer.ts'
import { namedBy, nameFits, partiesFor } from './searchNames.ts'
import type { Workspace } from './Workspace.ts'

type Some = string | readonly string[] | undefined

/** What is asked, as the address has it. */
export interface SearchInput {
  readonly q?: string | undefined
  readonly group?: string | undefined
  readonly part?: Some
  readonly kind?: Some
  readonly standing?: Some
  readonly status?: Some
  readonly delegation?: Some
  readonly lead?: Some
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly phase?: Some
  readonly sort?: 'best' | 'newest' | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

const usualLimit = 20
const passagesEach = 3

/** Searches every record that the caller may read, in what of it they may see. */
export async function searchRecords(at: Workspace, caller: Caller, input: SearchInput): Promise<Result<SearchAnswer>> {
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  const parsed = parseQuery(input.q ?? '')
  if (!parsed.ok) return parsed
  const given = filtersOf(input)
  if (!given.ok) return given
  const after = cursorOf(input.cursor)
  if (!after.ok) return after
  const allowed = await at.maySearch(caller.person)
  if (!allowed.ok) return allowed
  if (at.archive.isBusy) return refuse('tooMany', 'Too many are searching at this moment: try again.')

  const filters = [...parsed.value.filters, ...given.value]
  const own = inGroups(await scopesOf(at, caller), filters, input.group)
  const files = own.map(({ file }) => file)
  const named = (terms: typeof parsed.value.terms) => terms.map((term) => ({ ...term, parties: partiesFor(files, term) }))
  const { terms, unwanted } = parsed.value
  const found = await at.archive.search({
    scopes: own.map(({ scope }) => scope),
    terms: named(terms),
    unwanted: named(unwanted),
    filters: filters.filter(({ name }) => name !== 'group').map((filter) => namedBy(files, filter)),
    // Without words nothing is better than anything else.
    sort: terms.length === 0 ? 'newest' : (input.sort ?? 'best'),
    limit: input.limit ?? usualLimit,
    passagesEach,
    after: after.value,
  })
  return ok(searchAnswerOf(found, files))
}

/** The filters that stand beside `q` in the address; each holds by itself. */
function filtersOf(input: SearchInput): Result<readonly SearchFilter[]> {
  const filters: SearchFilter[] = []
  const names = [
    'part',
    'kind',
    'standing',
    'status',
    'delegation',
    'lead',
    'from',
    'to',
    'phase',
  ] as const satisfies FilterName[]
  for (const name of names) {
    const given = [input[name] ?? []].flat()
    if (given.length === 0) continue
    const values = given.map((one) => filterValues(name, one))
    if (values.includes(null)) return refuse('invalid', `The filter ${name} has no such value.`)
    filters.push({ name, values: values.flatMap((one) => one ?? []), isExcluded: false })
  }
  return ok(filters)
}

/** Groups by id or by a part of their name. */
function inGroups(own: readonly OwnGroup[], filters: readonly SearchFilter[], only: string | undefined): readonly OwnGroup[] {
  const wanted = filters.filter(({ name }) => name === 'group')
  return own.filter(({ file: { group } }) => {
    if (only !== undefined && group.id !== only) return false
    return wanted.every(({ values, isExcluded }) => {
      const fits = values.some((value) => group.id === value || nameFits(group.name, value))
      return fits !== isExcluded
    })
  })
}

function cursorOf(cursor: string | undefined): Result<RankKey | null> {
  if (cursor === undefined) return ok(null)
  const [score, date, meetingId] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const key = { score: Number(score), date: Number(date), meetingId: meetingId ?? '' }
  if (!Number.isFinite(key.score) || !Number.isFinite(key.date) || key.meetingId === '') {
    return refuse('invalid', 'That cursor is none of this search: begin again.')
  }
  return ok(key)
}
