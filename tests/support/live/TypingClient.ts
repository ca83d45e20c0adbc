import type { RefusalCode } from '../../../shared/base/index.ts'
import type { Answer } from '../../../shared/protocol/index.ts'
import type { Person, World } from './liveWorld.ts'
import { codeOf, must, RawClient, type TransportName, typeInto } from './RawClient.ts'

/** What became of a word that somebody typed: stored, or refused with this code for good. */
export interface Typed {
  readonly word: string
  readonly end: 'saved' | RefusalCode
}

/** Somebody who types word after word, as the browser does: one at a time, and again after coming in anew when put out meanwhile. */
export class TypingClient {
  readonly typed: Typed[] = []

  private constructor(
    private readonly world: World,
    private readonly person: Person,
    private readonly transport: TransportName,
    private client: RawClient,
  ) {}

  static async join(world: World, person: Person, transport: TransportName): Promise<TypingClient> {
    return new TypingClient(world, person, transport, await RawClient.join(world, person, transport))
  }

  /** Types one word at the end of the sample's outcome; resolves when its end is known. */
  async type(word: string): Promise<void> {
    const update = this.client.make(() => typeInto(this.client.doc, this.world, ` ${word}`))
    let answer: Answer<null> = await this.client.send(update)
    while (!answer.ok && (answer.refusal.code === 'rightsChanged' || answer.refusal.code === 'ended')) {
      const { doc } = this.client
      this.client.socket.disconnect()
      this.client = await RawClient.connect(this.world, this.person, this.transport)
      must(await this.client.tryEnter({ clientIds: [doc.clientID] }))
      answer = await this.client.send(update)
    }
    this.typed.push({ word, end: answer.ok ? 'saved' : codeOf(answer) })
  }

  /** Whether the last word was taken, so that the next can be built on it. */
  get isWriting(): boolean {
    return this.typed.every(({ end }) => end === 'saved')
  }

  leave(): void {
    this.client.socket.disconnect()
  }
}
