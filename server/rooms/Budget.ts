import type { Clock } from '../base/index.ts'

interface Allowance {
  readonly perSecond: number
  readonly burst: number
}

/** What one connection may cost. Rates are settings, so that a bench can raise them (and say so). */
export interface Allowances {
  readonly messages: Allowance
  /** Milliseconds of judging and applying. */
  readonly cpuMs: Allowance
}

/** G12: 50 messages a second, 200 at once; 200 ms of work a second, two seconds' worth at once. */
export const defaultAllowances: Allowances = {
  messages: { perSecond: 50, burst: 200 },
  cpuMs: { perSecond: 200, burst: 400 },
}

/** The usual allowances with other rates where some are given; as much more at once as usually. */
export function allowancesOf(rates: {
  readonly messagesPerSecond: number | null
  readonly cpuMsPerSecond: number | null
}): Allowances {
  const scaled = ({ perSecond, burst }: Allowance, rate: number | null): Allowance =>
    rate === null ? { perSecond, burst } : { perSecond: rate, burst: (burst / perSecond) * rate }
  const { messages, cpuMs } = defaultAllowances
  return { messages: scaled(messages, rates.messagesPerSecond), cpuMs: scaled(cpuMs, rates.cpuMsPerSecond) }
}

/** Counts what a connection costs, refilled by time as two leaky buckets. */
export class Budget {
  private messages: number
  private cpuMs: number
  private at: number

  constructor(
    private readonly clock: Pick<Clock, 'monotonicMs'>,
    private readonly allowances: Allowances,
  ) {
    this.messages = allowances.messages.burst
    this.cpuMs = allowances.cpuMs.burst
    this.at = clock.monotonicMs()
  }

  /** Takes one message out; false when there is none left, or when the work of earlier ones is not yet paid off. */
  take(): boolean {
    this.refill()
    if (this.messages < 1 || this.cpuMs <= 0) return false
    this.messages -= 1
    return true
  }

  /** Whether the work of earlier messages is not paid off yet. */
  get owes(): boolean {
    this.refill()
    return this.cpuMs <= 0
  }

  /** Charges work after the fact: it may go below nothing, and then has to be waited for. */
  charge(cpuMs: number): void {
    this.cpuMs -= cpuMs
  }

  private refill(): void {
    const now = this.clock.monotonicMs()
    const seconds = (now - this.at) / 1000
    this.at = now
    const { messages, cpuMs } = this.allowances
    this.messages = Math.min(messages.burst, this.messages + seconds * messages.perSecond)
    this.cpuMs = Math.min(cpuMs.burst, this.cpuMs + seconds * cpuMs.perSecond)
  }
}
