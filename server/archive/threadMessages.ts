import type { IndexedMeeting, SearchAsk } from './face.ts'

/** What the thread of the index is asked. `hide` has no answer. */
export type ThreadAsk =
  | { readonly kind: 'search'; readonly ask: SearchAsk }
  | { readonly kind: 'put'; readonly meetings: readonly IndexedMeeting[] }
  | { readonly kind: 'hide'; readonly meetingId: string; readonly seq: number }
  | { readonly kind: 'reconcile'; readonly groupId: string; readonly stamps: readonly (readonly [string, string])[] }
  | { readonly kind: 'flush' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'compare'; readonly meetings: readonly IndexedMeeting[] }
  | { readonly kind: 'verify' }
  | { readonly kind: 'close' }

export interface ThreadCall {
  readonly id: number
  readonly ask: ThreadAsk
}

export interface Fault {
  readonly message: string
  readonly stack: string | null
}

export type ThreadAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: Fault }
  | { readonly damaged: string }
  | { readonly unwritten: Fault }
