import { FloatingAskButton } from '../../features/floor/index.ts'

/** The request for the floor beside the sheet on a phone; it comes with the rest of the floor. */
export function AskAtThumb() {
  return <FloatingAskButton />
}
