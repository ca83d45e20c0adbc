import type { groups as english } from '../en/groups.ts'
import type { Arabic } from '../translated.ts'

export const groups: Arabic<typeof english> = {
  pending: 'جارٍ التحميل',
}
