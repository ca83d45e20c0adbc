import type { Server, Socket } from 'socket.io'
import { never } from '../../../shared/base/index.ts'
import type { ServerEvent, ServerEventName } from '../../../shared/protocol/index.ts'
import type { SourcesNow } from '../../../shared/report/index.ts'
import type { Clock } from '../../base/index.ts'
import type { News, Sink, Speaker } from '../../rooms/index.ts'
import { ToldBeat, type ToldLine } from './ToldBeat.ts'

/** Says news to many sockets; knows which socket each sink of this door is. */
export interface SocketSpeaker extends Speaker {
  /** Makes the sink of one socket in one meeting. */
  sinkOf(socket: Socket, callbacks: Omit<Sink, 'speaker'>): Sink
  /** Tells one socket alone. */
  tell<Name extends ServerEventName>(socket: Socket, name: Name, body: ServerEvent<Name>): void
  close(): void
}

interface SocketLine extends ToldLine {
  readonly socketId: string
}

/** A text packet in one piece is encoded once for all its receivers: news goes by one broadcast, never socket by socket. */
export function createSocketSpeaker(io: Server, clock: Pick<Clock, 'after'>): SocketSpeaker {
  const lines = new WeakMap<Socket, SocketLine>()
  const behind = new WeakMap<Sink, SocketLine>()
  const beat = new ToldBeat(clock)
  const lineOf = (socket: Socket) => {
    const known = lines.get(socket)
    if (known !== undefined) return known
    const say = (count: number) => socket.emit('line.told', { count } satisfies ServerEvent<'line.told'>)
    const line = { socketId: socket.id, count: 0, isDue: false, say }
    lines.set(socket, line)
    return line
  }
  const speaker: SocketSpeaker = {
    say: (documentId, news, to) => {
      const told = to.flatMap((sink) => behind.get(sink) ?? [])
      if (told.length === 0) return
      const [name, body] = toEvent(documentId, news)
      io.to(told.map(({ socketId }) => socketId)).emit(name, body)
      for (const line of told) beat.count(line)
    },
    sinkOf: (socket, callbacks) => {
      const sink: Sink = { speaker, ...callbacks }
      behind.set(sink, lineOf(socket))
      return sink
    },
    tell: (socket, name, body) => {
      socket.emit(name, body)
      beat.count(lineOf(socket))
    },
    close: () => beat.close(),
  }
  return speaker
}

/** What records and reports share bears the document's id as `meetingId` (DECIDED 10). */
function toEvent(meetingId: string, news: News): readonly [ServerEventName, ServerEvent<ServerEventName>] {
  switch (news.kind) {
    case 'frame':
      return ['record.frame', { meetingId, frame: toBase64(news.update), seq: news.seq }]
    case 'session':
      return ['session.changed', { meetingId, from: news.from, version: news.version, change: news.change, now: news.now }]
    case 'view':
      return ['view.record', { meetingId, version: news.version, record: news.record }]
    case 'viewChange':
      return ['view.change', { meetingId, from: news.from, version: news.version, change: news.change }]
    case 'report':
      return ['report.view', { meetingId, version: news.version, report: news.report }]
    case 'sources':
      return ['report.sources', { meetingId, sources: sourcesToWire(news.sources) }]
    case 'presence':
      return ['presence.changed', { meetingId, people: [...news.people], gone: [...news.gone] }]
    case 'storage':
      return ['storage.changed', { meetingId, saving: news.saving }]
    case 'aside':
      return ['aside.changed', { meetingId, count: news.count }]
    case 'copies':
      return ['copies.changed', { meetingId, turn: news.turn }]
    case 'comments':
      return ['comments.changed', { meetingId, turn: news.turn }]
    default:
      return never(news)
  }
}

/** The same lists, as the schema has them. */
export function sourcesToWire({ present, meetings, leftOut }: SourcesNow): ServerEvent<'report.sources'>['sources'] {
  return { present, meetings: [...meetings], leftOut }
}

/** Yjs bytes as they travel in a text packet. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

/** Bytes of their own, not a view of a shared pool. */
export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}
