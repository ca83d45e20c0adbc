import { parentPort, workerData } from 'node:worker_threads'
import { never } from '../../shared/base/index.ts'
import { SearchIndex } from './SearchIndex.ts'
import type { Fault, ThreadAnswer, ThreadAsk, ThreadCall } from './threadMessages.ts'

// The thread of the search index: looking through thousands of records takes longer than a meeting may be held up.
const { folder } = workerData as { readonly folder: string } // given by `createSearchThread`
const say = (answer: ThreadAnswer): void => parentPort?.postMessage(answer)
const index = new SearchIndex(
  folder,
  (damaged) => say({ damaged }),
  (error) => say({ unwritten: faultOf(error) }),
)

parentPort?.on('message', ({ id, ask }: ThreadCall) => {
  answer(ask).then(
    (value) => say({ id, value }),
    (error: unknown) => {
      say({ id, fault: faultOf(error) })
    },
  )
})

function faultOf(error: unknown): Fault {
  const { message, stack = null } = error instanceof Error ? error : new Error(String(error))
  return { message, stack }
}

async function answer(ask: ThreadAsk): Promise<unknown> {
  switch (ask.kind) {
    case 'search':
      return index.search(ask.ask)
    case 'put':
      return index.put(ask.meetings)
    case 'hide':
      return index.hide(ask.meetingId, ask.seq)
    case 'reconcile':
      return index.reconcile(ask.groupId, ask.stamps)
    case 'flush':
      return index.flush()
    case 'clear':
      return index.clear()
    case 'compare':
      return index.compare(ask.meetings)
    case 'verify':
      return index.verify()
    case 'close':
      return index.close()
    default:
      return never(ask)
  }
}
