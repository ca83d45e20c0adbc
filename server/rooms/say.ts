import type { DocumentId } from '../../shared/base/index.ts'
import type { ReportFault } from '../base/index.ts'
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

/**
 * Says one thing to many: each door once, whoever is not started yet later, whoever is too slow never. Gives back those to cut. A door
 * that breaks costs those behind it their line and nobody else anything: what is said has been stored, and its author is to hear so (A7).
 */
export function say(documentId: DocumentId, news: News, to: Iterable<Member>, reportFault: ReportFault): readonly Member[] {
  const doors = new Map<Speaker, Member[]>()
  const lost: Member[] = []
  for (const member of to) {
    if (member.gone) continue
    if (member.held !== null) {
      member.held.push(news)
      continue
    }
    if (isStalled(member.sink)) {
      lost.push(member)
      continue
    }
    const behind = doors.get(member.sink.speaker)
    if (behind === undefined) doors.set(member.sink.speaker, [member])
    else behind.push(member)
  }
  for (const [speaker, behind] of doors) {
    try {
      const sinks = behind.map(({ sink }) => sink)
      speaker.say(documentId, news, sinks)
    } catch (error) {
      reportFault(error, { documentId, news: news.kind })
      lost.push(...behind)
    }
  }
  return lost
}
