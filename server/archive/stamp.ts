/** Grows with every change of what is derived, so that what an earlier program made is made again. */
const format = 1

/** Which state of a meeting something was made of: the number of its session and that of its document's last frame. */
export function stampOf(sessionSeq: number, documentSeq: number): string {
  return `${sessionSeq}.${documentSeq}.${format}`
}

/** The number of the session in a stamp. */
export function seqOf(stamp: string): number {
  return Number.parseInt(stamp, 10)
}
