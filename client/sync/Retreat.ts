import type { Refusal } from '../../shared/base/index.ts'
import type { Connection } from './Connection.ts'
import type { KnownOfPast } from './copyOfPast.ts'
import type { Device } from './Device.ts'
import type { HeldPicture } from './HeldPicture.ts'
import type { KeptAside } from './KeptAside.ts'
import type { LeftCopies } from './LeftCopies.ts'
import type { Outbox } from './Outbox.ts'
import { scratch } from './scratch.ts'

interface RetreatParts {
  readonly device: Device | null
  readonly place: string
  readonly connection: Connection
  readonly picture: HeldPicture
  readonly outbox: Outbox
  readonly asides: KeptAside
  readonly left: LeftCopies
  /** What is known of the document beside its words. */
  readonly known: () => KnownOfPast
}

/** What is done when the record will not go on from where this device stands: words are kept, and it starts from what is settled. */
export class Retreat {
  readonly #parts: RetreatParts

  constructor(parts: RetreatParts) {
    this.#parts = parts
  }

  /** The server was set back to an earlier state: what this device holds is not merged and not lost, it is set apart (DECIDED 11). */
  async leaveEpoch(refusal: Refusal): Promise<void> {
    const { picture, outbox, left, connection, known } = this.#parts
    const { epoch } = picture
    if (epoch !== null) {
      const doc = picture.pen.get()?.doc ?? null
      const memory = known()
      // From here on nothing is written into the document of that past; what was typed until now is in it.
      picture.layDownPen()
      await Promise.all([outbox.kept(), picture.flush()])
      const waiting = outbox.all()
      await left.leave({ ...memory, epoch, doc, waiting })
      outbox.drop(waiting)
      picture.epoch = null
    }
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
