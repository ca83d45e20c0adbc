import type { RefusalCode } from '../../shared/base/index.ts'

/** The server said no. `code` chooses the sentence that is shown; `fields` are the paths that do not fit. */
export class ApiRefused extends Error {
  readonly code: RefusalCode
  readonly fields: readonly string[]
  /** The server's reference for a fault of its own. */
  readonly fault: string | null
  /** Which of the reasons behind the code, where there are several. */
  readonly reason: string | null

  constructor(
    code: RefusalCode,
    detail: string,
    fields: readonly string[] = [],
    fault: string | null = null,
    reason: string | null = null,
  ) {
    super(detail)
    this.name = 'ApiRefused'
    this.code = code
    this.fields = fields
    this.fault = fault
    this.reason = reason
  }
}

/** No answer came: offline, or the server is away. Whether a change was made is not known. */
export class ApiUnreachable extends Error {
  constructor(cause: unknown) {
    super('The server did not answer', { cause })
    this.name = 'ApiUnreachable'
  }
}
