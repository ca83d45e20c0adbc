import { z } from 'zod'
import { problemSchema } from '../../../shared/protocol/index.ts'
import type { Route } from './route.ts'

/** The OpenAPI 3.1 page of the table of routes, made from the very schemas that the door parses by. */
export function openApi(routes: readonly Route[], publicUrl: string): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapporteur',
      version: '1',
      description: 'One live record of the meetings of a contact group. Unknown fields are refused; times are ISO 8601 in UTC.',
    },
    servers: [{ url: `${publicUrl}/api` }],
    security: [{ bearer: [] }, { cookie: [] }, {}],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A personal token or the session token of a guest.' },
        basic: { type: 'http', scheme: 'basic', description: 'A personal token as the password; only where it says so.' },
        cookie: { type: 'apiKey', in: 'cookie', name: publicUrl.startsWith('https:') ? '__Host-rapporteur' : 'rapporteur' },
      },
    },
  }
}

function operation(route: Route): Record<string, unknown> {
  const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  const content = route.takesFile === true ? bytes : route.body === undefined ? null : json(schemaOf(route.body, 'input'))
  const body = content === null ? {} : { requestBody: { required: true, content } }
  const answer = route.answer === null ? {} : { content: json(schemaOf(route.answer, 'output')) }
  const file = route.isFile === true ? { content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } : {}
  return {
    summary: route.summary,
    // Whose route it is: an action of the table of rights, or `anybody`, `account`, `administrator`.
    'x-right': route.who,
    ...(route.acceptsBasic === true ? { security: [{ basic: [] }, { bearer: [] }, { cookie: [] }] } : {}),
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...body,
    responses: {
      [route.status]: { description: 'Done', ...answer, ...file },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function pathParameters(route: Route): Record<string, unknown>[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
}

function queryParameters(route: Route): Record<string, unknown>[] {
  if (route.query === undefined) return []
  const { properties } = schemaOf(route.query, 'input')
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function json(schema: Record<string, unknown>): Record<string, unknown> {
  return { 'application/json': { schema } }
}
