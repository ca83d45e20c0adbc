import type { live as english } from '../en/live.ts'
import type { Arabic } from '../translated.ts'

/** The live meeting, in Arabic. */
export const live: Arabic<typeof english> = {
  openingMeeting: 'جارٍ فتح الاجتماع',
}
