import type { DocumentId } from '../../shared/base/index.ts'
import type { News, Sink, Speaker } from './face.ts'
import type { Member } from './Member.ts'

/** G13: above this a receiver is cut, and catches up when it comes in again. */
const maxBacklogBytes = 4 * 1024 * 1024
/** And so is one for whom something has been waiting for so long, however little. */
const maxQueuedMs = 10_000

/** Whether a receiver does not take what it is told (A1). */
export function isStalled(sink: Sink): boolean {
  return sink.backlog() > maxBacklogBytes || (sink.queuedMs?.() ?? 0) > maxQueuedMs
}

/** Says one thing to many: each door once, whoever is not started yet later, whoever is too slow never. Gives back those to cut. */
export function say(documentId: DocumentId, news: News, to: Iterable<Member>): readonly Member[] {
  const doors = new Map<Speaker, Sink[]>()
  const slow: Member[] = []
  for (const member of to) {
    if (member.gone) continue
    if (member.held !== null) {
      member.held.push(news)
      continue
    }
    if (isStalled(member.sink)) {
      slow.push(member)
      continue
    }
    const sinks = doors.get(member.sink.speaker)
    if (sinks === undefined) doors.set(member.sink.speaker, [member.sink])
    else sinks.push(member.sink)
  }
  for (const [speaker, sinks] of doors) speaker.say(documentId, news, sinks)
  return slow
}
