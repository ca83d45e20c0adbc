import * as Y from 'yjs'
import type { Refusal } from '../../shared/base/index.ts'
import type { Connection } from './Connection.ts'
import type { Device } from './Device.ts'
import type { HeldPicture } from './HeldPicture.ts'
import type { KeptAside } from './KeptAside.ts'
import type { Outbox } from './Outbox.ts'
import { scratch } from './scratch.ts'

interface RetreatParts {
  readonly device: Device | null
  readonly place: string
  readonly connection: Connection
  readonly picture: HeldPicture
  readonly outbox: Outbox
  readonly asides: KeptAside
}

/** What is done when the record will not go on from where this device stands: words are kept, and it starts from what is settled. */
export class Retreat {
  readonly #parts: RetreatParts

  constructor(parts: RetreatParts) {
    this.#parts = parts
  }

  /** The server was set back to an earlier state: what this device holds is not merged and not lost, it is set apart (DECIDED 11). */
  async leaveEpoch(refusal: Refusal): Promise<void> {
    const { device, place, picture, outbox, asides, connection } = this.#parts
    const frames = await this.#settled()
    const held = picture.pen.get()?.doc ?? scratch([...frames, ...outbox.updates()])
    const entries = outbox.clientIds().flatMap((id) => outbox.of(id))
    await asides.keep(held, entries, refusal, Y.encodeStateAsUpdate(held))
    await device?.dropFrames(place)
    picture.layDownPen()
    picture.epoch = null
    connection.sentAway(refusal)
  }

  /** A refusal ends a client id: its words go aside, and a new document starts from what is settled (DECIDED 4). */
  async setAside(clientId: number, refusal: Refusal): Promise<void> {
    const { picture, outbox, asides, connection } = this.#parts
    const settled = await this.#settled()
    // From here to the new document nothing may wait: a key pressed in between would be written under an ended id.
    const held = picture.pen.get()
    const seen = held?.doc ?? scratch([...settled, ...outbox.updates()])
    const kept = asides.keep(seen, outbox.of(clientId), refusal)
    if (held !== null) picture.takePen(settled)
    await kept
    connection.rejoin()
  }

  async #settled(): Promise<readonly Uint8Array[]> {
    const { device, place, outbox, picture } = this.#parts
    await Promise.all([outbox.kept(), picture.flush()])
    return (await device?.load(place))?.frames ?? []
  }
}
