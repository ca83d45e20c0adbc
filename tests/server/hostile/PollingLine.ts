import { expect } from 'vitest'
import { schemaVersion } from '../../../shared/protocol/index.ts'
import type { Person, World } from '../../support/live/liveWorld.ts'

/** What an HTTP request got: its status, or null where the line was cut before there was one. */
export interface PollAnswer {
  readonly status: number | null
  readonly text: string
}

const separator = '\x1e'

/** Engine.IO over long polling by hand: each request is said as the test wants it, whatever the others do. */
export class PollingLine {
  readonly heard: string[] = []

  private constructor(
    readonly url: string,
    readonly sid: string,
    readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** Opens a line; nobody has said yet whose it is, unless the headers do. */
  static async open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<PollingLine> {
    const address = `${url}/socket.io/?EIO=4&transport=polling`
    const answer = await fetch(address, { headers })
    expect(answer.status).toBe(200)
    const { sid } = JSON.parse((await answer.text()).slice(1)) as { sid: string } // Engine.IO's own open packet
    return new PollingLine(address, sid, headers)
  }

  /** Opens a line and comes in as an honest client does. */
  static async join(world: World, person: Person): Promise<PollingLine> {
    const line = await PollingLine.open(world.url)
    await line.post(`40${JSON.stringify({ token: person.token })}`)
    await line.until((packet) => packet.startsWith('40'))
    const ask = { meetingId: world.meetingId, schemaVersion, epoch: null, stateVector: null, clientIds: [] }
    await line.post(`420${JSON.stringify(['meeting.join', ask])}`)
    await line.until((packet) => packet.startsWith('430'))
    return line
  }

  /** One request with a body; `options` change what of it is usual. */
  async post(
    body: string | Uint8Array<ArrayBuffer>,
    options: RequestInit & { readonly query?: string } = {},
  ): Promise<PollAnswer> {
    const { query = '', ...init } = options
    return answerOf(`${this.url}&sid=${this.sid}${query}`, { method: 'POST', body, headers: this.headers, ...init })
  }

  /** One question for what there is to hear. */
  async poll(init: RequestInit = {}): Promise<PollAnswer> {
    const answer = await answerOf(`${this.url}&sid=${this.sid}`, { headers: this.headers, ...init })
    if (answer.status === 200) this.heard.push(...answer.text.split(separator))
    return answer
  }

  /** Asks until a packet fits, or the line is over. */
  async until(fits: (packet: string) => boolean): Promise<void> {
    let from = 0
    for (;;) {
      const found = this.heard.slice(from).some(fits)
      from = this.heard.length
      if (found) return
      const { status } = await this.poll()
      if (status !== 200) return
      // The server asks whether anybody is there.
      if (this.heard.at(-1) === '2') await this.post('3')
    }
  }

  /** Whether the server knows no such line any more. */
  async isOver(): Promise<boolean> {
    const { status, text } = await this.post('3')
    return status !== 200 && (status === null || text.includes('Session ID unknown'))
  }
}

async function answerOf(url: string, init: RequestInit): Promise<PollAnswer> {
  try {
    const answer = await fetch(url, init)
    return { status: answer.status, text: await answer.text() }
  } catch (error) {
    // The server ended the connection rather than answer.
    if (!(error instanceof TypeError)) throw error
    return { status: null, text: '' }
  }
}
