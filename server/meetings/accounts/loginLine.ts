import type { LoginLine } from './Accounts.ts'
import type { Row } from './authRows.ts'
import { readDevice } from './deviceOf.ts'

/** A row of the library's table of sessions as the rest of the house sees it; its token stays where it is. */
export function loginLine(row: Row): LoginLine {
  const time = (field: string) => Date.parse(String(row[field]))
  return {
    loginSession: String(row.id),
    device: readDevice(row.userAgent),
    since: time('createdAt'),
    seen: time('updatedAt'),
    until: time('expiresAt'),
  }
}
