import type { people as english } from '../en/people.ts'
import type { Arabic } from '../translated.ts'

export const people: Arabic<typeof english> = {
  pending: 'جارٍ التحميل',
}
