import type { Clock } from '../../base/index.ts'
import type { Sink, Speaker } from '../../rooms/index.ts'
import type { Told } from './Awareness.ts'
import { AwarenessWords } from './AwarenessWords.ts'
import { writeUpdate } from './messages.ts'
import { type ReadyFrame, readyFrame } from './StockWriter.ts'

/** A receiver of this door, as its speaker knows it. */
export interface StockSink extends Sink {
  /** Takes a frame that is the same for all. */
  write(frame: ReadyFrame): void
  /** Takes in a change of presence; true when it has heard what it needs, false when it is to hear the same as all. */
  hearPresence(told: Told): boolean
}

/** Says one thing to many stock clients: it is written once, and each gets the same bytes. */
export interface StockSpeaker extends Speaker {
  readonly words: AwarenessWords
  /** Makes a sink one of this door's. */
  know(sink: StockSink): void
}

/** The speaker of one door. */
export function createStockSpeaker(clock: Pick<Clock, 'now'>): StockSpeaker {
  const words = new AwarenessWords(clock)
  const known = new WeakMap<Sink, StockSink>()
  return {
    words,
    know: (sink) => {
      known.set(sink, sink)
    },
    say: (_documentId, news, to) => {
      // The rest has no words in this protocol.
      if (news.kind === 'frame') {
        const frame = readyFrame(writeUpdate(news.update))
        for (const sink of to) known.get(sink)?.write(frame)
      } else if (news.kind === 'presence') {
        const told = { people: news.people, gone: news.gone, clock: words.tick() }
        // Of people without a client id this protocol says nothing, and whoever knew of those who are gone hears words of its own.
        const isAny = told.people.some((person) => person.clientId !== null)
        let same: ReadyFrame | null = null
        for (const one of to) {
          const sink = known.get(one)
          if (sink === undefined || sink.hearPresence(told) || !isAny) continue
          same ??= readyFrame(words.say(told.people, [], told.clock))
          sink.write(same)
        }
      }
    },
  }
}
