import type { Device } from './Device.ts'
import type { LocalCopy, ReportCopy } from './deviceTypes.ts'

/** Rest between two writes: the copy is a comfort, the server has these words already. */
const restMs = 400

/** Keeps the settled record on the device, gathering what comes so that a busy meeting does not write for each key. */
export class LocalCopyWriter {
  readonly #device: Device | null
  readonly #place: string
  #frames: Uint8Array[] = []
  #copy: LocalCopy | ReportCopy | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #writing: Promise<void> = Promise.resolve()

  constructor(device: Device | null, place: string) {
    this.#device = device
    this.#place = place
  }

  frame(update: Uint8Array): void {
    this.#frames.push(update)
    this.#later()
  }

  copy(copy: LocalCopy | ReportCopy): void {
    this.#copy = copy
    this.#later()
  }

  /** Writes what has gathered; after it the device is as far as we are. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const frames = this.#frames.splice(0)
    const copy = this.#copy
    this.#copy = null
    this.#writing = this.#writing.then(() => this.#write(frames, copy))
    await this.#writing
  }

  async #write(frames: readonly Uint8Array[], copy: LocalCopy | ReportCopy | null): Promise<void> {
    if (this.#device === null) return
    try {
      if (frames.length > 0) await this.#device.settle(this.#place, [], frames)
      if (copy !== null) await this.#device.keepCopy(copy)
    } catch {
      // A full device keeps an older copy; the next join fills what it lacks. Unsent words are the outbox's care, not ours.
    }
  }

  #later(): void {
    this.#timer ??= setTimeout(() => void this.flush(), restMs)
  }
}
