import { fromBase64 } from './base64.ts'
import type { DocumentLine } from './DocumentLine.ts'
import type { HeldPen, HeldPicture } from './HeldPicture.ts'

interface FramesParts {
  readonly line: DocumentLine
  readonly picture: HeldPicture
}

/** Stored words on their way into the document: counts them, and asks for what is missing when one was lost. */
export class Frames {
  readonly #parts: FramesParts
  #seq: number | null = null

  constructor(parts: FramesParts) {
    this.#parts = parts
    parts.line.on('record.frame', ({ frame, seq }) => {
      const pen = parts.picture.pen.get()
      if (pen === null) return
      const missed = this.#seq !== null && seq > this.#seq + 1
      this.#seq = seq
      parts.picture.receive(pen, fromBase64(frame))
      if (missed || pen.live.hasHole) void this.#fillHole(pen)
    })
  }

  /** From here on it is counted; null: the line is down, and the next number will be the first. */
  count(seq: number | null): void {
    this.#seq = seq
  }

  async #fillHole(pen: HeldPen): Promise<void> {
    const { line, picture } = this.#parts
    const update = await line.missing(pen.live.stateVector())
    if (update !== null && picture.pen.get() === pen) picture.receive(pen, update)
  }
}
