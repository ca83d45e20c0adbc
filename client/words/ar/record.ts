import type { record as english } from '../en/record.ts'
import type { Arabic } from '../translated.ts'

export const record: Arabic<typeof english> = {
  pending: 'جارٍ التحميل',
}
