import type { IncomingHttpHeaders } from 'node:http'
import type { DoorParts } from './doorParts.ts'

/** So often an open line is asked anew whose it is: sessions and tokens end by time, too, and nobody tells of that. */
const askAgainMs = 30_000

/**
 * Calls `onGone` once whoever opened a line is nobody any more: the session was ended or has run out, or the token. What ends by
 * somebody's hand is closed at once by the rooms; this is for the rest, and for whoever came in while it was being ended.
 */
export function watchKnown(
  { identify, clock, reportFault }: Pick<DoorParts, 'identify' | 'clock' | 'reportFault'>,
  from: { readonly headers: IncomingHttpHeaders; readonly token: string | null },
  onGone: () => void,
): () => void {
  let person: string | null = null
  const ask = async () => {
    const known = await identify(from.headers, from.token)
    const now = known.ok && known.value.caller.kind !== 'stranger' ? known.value.caller.person : null
    if (now === null || (person !== null && now !== person)) {
      stop()
      onGone()
    } else person = now
  }
  const stop = clock.every(askAgainMs, () => {
    // A question that fails is asked again; who it is about stays as long as it was known before.
    ask().catch((error: unknown) => reportFault(error, { while: 'asking who is still there' }))
  })
  return stop
}
