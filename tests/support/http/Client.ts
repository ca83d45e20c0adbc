import { parseSetCookie } from 'cookie'
import { routes } from '../../../server/transports/http/routes.ts'

export interface Init {
  /** A bearer token. */
  readonly as?: string | null
  readonly body?: unknown
  /** Sent as it is, in place of `body`. */
  readonly raw?: string | Blob
  readonly headers?: Readonly<Record<string, string>>
}

/** What came back; a good answer of a listed route has been compared with the route's schema. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly raw: string
  readonly json: Readonly<Record<string, unknown>>
  /** The refusal's code; null for a good answer. */
  readonly code: string | null
  text(field: string): string
  list(field: string): readonly Readonly<Record<string, unknown>>[]
}

/** Calls the server as a program, or with an origin as a browser that keeps its cookies. */
export class Client {
  readonly #cookies = new Map<string, string>()

  constructor(
    private readonly url: string,
    private readonly origin: string | null,
  ) {}

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async call(method: string, path: string, init: Init = {}): Promise<Answer> {
    const body = init.raw ?? (init.body === undefined ? undefined : JSON.stringify(init.body))
    const response = await fetch(
      `${this.url}${/^\/(livez|readyz|metrics|page:)/.test(path) ? path.replace('/page:', '') : `/api${path}`}`,
      {
        method,
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(init.as === undefined || init.as === null ? {} : { authorization: `Bearer ${init.as}` }),
          ...(this.origin === null ? {} : { origin: this.origin }),
          ...(this.#cookies.size === 0 ? {} : { cookie: this.cookie }),
          ...init.headers,
        },
      },
    )
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const raw = await response.text()
    const answer = new HttpAnswer(response.status, response.headers, raw)
    if (answer.status === 200 || answer.status === 201) compareWithTable(method, path, answer)
    return answer
  }

  #keep(line: string): void {
    // Names and values as they came: a signed value stays encoded.
    const { name } = parseSetCookie(line)
    const value = line.slice(line.indexOf('=') + 1).split(';')[0] ?? ''
    if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

class HttpAnswer implements Answer {
  readonly json: Readonly<Record<string, unknown>>

  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly raw: string,
  ) {
    const isJson = /json/.test(headers.get('content-type') ?? '')
    const parsed: unknown = isJson && raw !== '' ? JSON.parse(raw) : {}
    this.json = isObject(parsed) ? parsed : {}
  }

  get code(): string | null {
    return typeof this.json.code === 'string' && this.status >= 400 ? this.json.code : null
  }

  text(field: string): string {
    const value = this.json[field]
    if (typeof value !== 'string') throw new Error(`No ${field} in ${this.status} ${this.raw.slice(0, 300)}`)
    return value
  }

  list(field: string): readonly Readonly<Record<string, unknown>>[] {
    const value = this.json[field]
    if (!Array.isArray(value)) throw new Error(`No list ${field} in ${this.status} ${this.raw.slice(0, 300)}`)
    return value.filter(isObject)
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A good answer must fit what the table of routes, and with it the OpenAPI page, says of it. */
function compareWithTable(method: string, path: string, answer: Answer): void {
  const bare = path.split('?')[0] ?? ''
  const route = routes.find(
    (one) => one.method === method.toLowerCase() && new RegExp(`^${one.path.replace(/:\w+/g, '[^/]+')}$`).test(bare),
  )
  if (route?.answer == null) return
  if (route.status !== answer.status) throw new Error(`${method} ${route.path} answered ${answer.status}, not ${route.status}`)
  route.answer.parse(answer.json)
}
