import { type ReportView, reportView, type SourcesNow } from '../../shared/report/index.ts'
import type { Device } from './Device.ts'
import type { ReportCopy } from './deviceTypes.ts'
import type { PictureHooks } from './documentParts.ts'
import type { HeldPen, HeldPicture } from './HeldPicture.ts'
import { LocalCopyWriter } from './LocalCopyWriter.ts'
import { ReportPen } from './ReportPen.ts'
import type { ReportStandpoint } from './ReportStandpoint.ts'
import { Signal } from './Signal.ts'

interface ReportPictureParts extends PictureHooks {
  readonly place: string
  readonly device: Device | null
  readonly soon: (read: () => void) => void
}

/** A report as it is seen here: out of its document for who writes, out of the view stream for who reads. */
export class ReportPicture implements HeldPicture {
  readonly report = new Signal<ReportView | null>(null)
  readonly standpoint = new Signal<ReportStandpoint | null>(null)
  readonly pen = new Signal<ReportPen | null>(null)
  readonly undoable = new Signal({ undo: false, redo: false })
  epoch: string | null = null
  readonly #parts: ReportPictureParts
  readonly #copies: LocalCopyWriter
  #reading = false
  #closed = false

  constructor(parts: ReportPictureParts) {
    this.#parts = parts
    this.#copies = new LocalCopyWriter(parts.device, parts.place)
  }

  showCopy(copy: ReportCopy, frames: readonly Uint8Array[]): void {
    this.epoch = copy.epoch
    this.standpoint.set({ ...copy.standpoint, you: null })
    if (copy.standpoint.mode === 'pen') this.takePen(frames)
    else this.report.set(copy.view)
  }

  stand(standpoint: ReportStandpoint): void {
    this.standpoint.set(standpoint)
    this.#keepCopy()
    this.readNow()
  }

  /** What the sources of the report say now. */
  tell(sources: SourcesNow): void {
    const before = this.standpoint.get()
    if (before === null) return
    this.standpoint.set({ ...before, sources })
    this.#keepCopy()
    this.#readSoon()
  }

  showView(view: ReportView): void {
    if (this.pen.get() !== null) return
    this.report.set(view)
    this.#keepCopy()
  }

  takePen(settled: readonly Uint8Array[]): ReportPen {
    const { typing, onLocal, unsettled } = this.#parts
    const pen = new ReportPen({ start: [...settled, ...unsettled()], typing, onLocal, onChange: () => this.#readSoon() })
    pen.undoing.can.subscribe(() => this.undoable.set(pen.undoing.can.get()))
    this.pen.get()?.close()
    this.pen.set(pen)
    this.undoable.set(pen.undoing.can.get())
    this.readNow()
    return pen
  }

  layDownPen(): void {
    this.pen.get()?.close()
    this.pen.set(null)
    this.undoable.set({ undo: false, redo: false })
  }

  receive(pen: HeldPen, update: Uint8Array): void {
    pen.live.receive([update])
    this.#copies.frame(update)
  }

  readNow(): void {
    const pen = this.pen.get()
    const standpoint = this.standpoint.get()
    if (pen === null || standpoint === null || this.#closed) return
    this.report.set(reportView(standpoint.head, pen.read(), standpoint.sources))
  }

  flush(): Promise<void> {
    return this.#copies.flush()
  }

  close(): void {
    this.#closed = true
    this.pen.get()?.close()
  }

  #readSoon(): void {
    if (this.#reading) return
    this.#reading = true
    this.#parts.soon(() => {
      this.#reading = false
      this.readNow()
    })
  }

  #keepCopy(): void {
    const standpoint = this.standpoint.get()
    if (standpoint === null || this.epoch === null) return
    const view = standpoint.mode === 'reader' ? this.report.get() : null
    this.#copies.copy({ kind: 'report', place: this.#parts.place, epoch: this.epoch, standpoint, view })
  }
}
