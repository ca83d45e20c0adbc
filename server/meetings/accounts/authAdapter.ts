import { type CleanedWhere, createAdapterFactory } from 'better-auth/adapters'
import { ok } from '../../../shared/base/index.ts'
import { sha256 } from '../../base/index.ts'
import type { JsonFile, PeopleFile } from '../../storage/index.ts'
import { asJson, fits, type Row, sorted } from './authRows.ts'

type Tables = PeopleFile['auth']

/**
 * better-auth's tables inside people.json. Every change is one update of the file: it has happened when the file is on disk,
 * and two at once never see each other half done. `sealSessions` keeps of a session's token only the SHA-256, so that whoever
 * reads the file cannot sign in with what stands there.
 */
export function authAdapter(people: JsonFile<PeopleFile>, options: { readonly sealSessions: boolean }) {
  const seal = (model: string, row: Row): Row =>
    options.sealSessions && model === 'session' && typeof row.token === 'string' ? { ...row, token: sha256(row.token) } : row
  const sealWhere = (model: string, where: readonly CleanedWhere[]): readonly CleanedWhere[] =>
    options.sealSessions && model === 'session' ? where.map(sealClause) : where
  // The caller asked by the token itself, so it may have it back; found in any other way, the row keeps the hash.
  const unseal = (row: Row, where: readonly CleanedWhere[]): Row => {
    if (!options.sealSessions) return row
    const token = where.flatMap(tokensIn).find((asked) => sha256(asked) === row.token)
    return token === undefined ? row : { ...row, token }
  }

  /** Replaces one table by what `change` makes of its rows; the result comes back once the file is on disk. */
  async function change<R>(model: string, apply: (rows: readonly Row[]) => { rows: readonly Row[]; result: R }): Promise<R> {
    const done = await people.update((file) => {
      const { rows, result } = apply(file.auth[model] ?? [])
      const auth: Tables = { ...file.auth, [model]: rows }
      return ok({ value: { ...file, auth }, result })
    })
    if (!done.ok) throw new Error(`The accounts could not be changed: ${done.refusal.message}`)
    return done.value
  }

  const find = (model: string, where: readonly CleanedWhere[]): readonly Row[] =>
    (people.value.auth[model] ?? []).filter((row) => fits(row, sealWhere(model, where))).map((row) => unseal(row, where))

  const updateWhere = (model: string, where: readonly CleanedWhere[], update: Row, atMost: number): Promise<readonly Row[]> =>
    change(model, (rows) => {
      const changed: Row[] = []
      const next = rows.map((row) => {
        if (changed.length >= atMost || !fits(row, sealWhere(model, where))) return row
        const after = { ...row, ...seal(model, toJson(update)) }
        changed.push(after)
        return after
      })
      return { rows: next, result: changed.map((row) => unseal(row, where)) }
    })

  const removeWhere = (model: string, where: readonly CleanedWhere[], atMost: number): Promise<readonly Row[]> =>
    change(model, (rows) => {
      const removed: Row[] = []
      const next = rows.filter((row) => {
        if (removed.length >= atMost || !fits(row, sealWhere(model, where))) return true
        removed.push(row)
        return false
      })
      return { rows: next, result: removed.map((row) => unseal(row, where)) }
    })

  // better-auth names the type of a row at each call and converts it itself: what comes out of JSON is handed on as that type.
  const as = <T>(row: Row | undefined): T | null => (row === undefined ? null : (row as T))

  return createAdapterFactory({
    config: {
      adapterId: 'people-file',
      adapterName: 'people.json',
      supportsDates: false,
      supportsJSON: false,
      supportsArrays: true,
      supportsNumericIds: false,
      transaction: false,
    },
    adapter: ({ getFieldName }) => ({
      async create({ model, data }) {
        await change(model, (rows) => ({ rows: [...rows, seal(model, toJson(data))], result: null }))
        return data
      },
      findOne: async <T>({ model, where }: { model: string; where: CleanedWhere[] }) => as<T>(find(model, where)[0]),
      async findMany<T>(ask: FindMany) {
        const all = find(ask.model, ask.where ?? [])
        const column = (field: string) => getFieldName({ model: ask.model, field })
        const inOrder = ask.sortBy === undefined ? all : sorted(all, column(ask.sortBy.field), ask.sortBy.direction)
        const from = ask.offset ?? 0
        return inOrder.slice(from, from + ask.limit).map((row) => pick(row, ask.select?.map(column))) as T[]
      },
      count: async ({ model, where }) => find(model, where ?? []).length,
      async update<T>({ model, where, update }: { model: string; where: CleanedWhere[]; update: T }) {
        if (where.length === 0) return null
        return as<T>((await updateWhere(model, where, rowOf(update), 1))[0])
      },
      updateMany: async ({ model, where, update }) => (await updateWhere(model, where, update, Number.POSITIVE_INFINITY)).length,
      async delete({ model, where }) {
        if (where.length > 0) await removeWhere(model, where, 1)
      },
      deleteMany: async ({ model, where }) => (await removeWhere(model, where, Number.POSITIVE_INFINITY)).length,
      consumeOne: async <T>({ model, where }: { model: string; where: CleanedWhere[] }) =>
        as<T>((await removeWhere(model, where, 1))[0]),
    }),
  })
}

interface FindMany {
  model: string
  where?: CleanedWhere[] | undefined
  limit: number
  select?: string[] | undefined
  sortBy?: { field: string; direction: 'asc' | 'desc' } | undefined
  offset?: number | undefined
}

function pick(row: Row, select: readonly string[] | undefined): Row {
  if (select === undefined || select.length === 0) return row
  return Object.fromEntries(Object.entries(row).filter(([field]) => select.includes(field)))
}

function rowOf(value: unknown): Row {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

function toJson(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, asJson(value)]))
}

function sealClause(clause: CleanedWhere): CleanedWhere {
  if (clause.field !== 'token') return clause
  const { value } = clause
  if (typeof value === 'string') return { ...clause, value: sha256(value) }
  return Array.isArray(value) ? { ...clause, value: value.map((one) => sha256(String(one))) } : clause
}

function tokensIn(clause: CleanedWhere): string[] {
  if (clause.field !== 'token') return []
  if (typeof clause.value === 'string') return [clause.value]
  return Array.isArray(clause.value) ? clause.value.map(String) : []
}
