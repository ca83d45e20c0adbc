import { type ChildProcess, fork } from 'node:child_process'

/** A child process that tells what it did over IPC, until it is killed. `Told` is the caller's word for its messages. */
export class Victim<Told> {
  readonly #child: ChildProcess
  readonly #exited: Promise<number | null>
  #printed = ''

  /** Starts a bundled entry; every message is handed on in the order of its arrival. */
  constructor(options: { readonly bundle: string; readonly args: readonly string[]; readonly onTold: (told: Told) => void }) {
    this.#child = fork(options.bundle, [...options.args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] })
    // The entry that the test itself bundled speaks this type.
    this.#child.on('message', (message) => options.onTold(message as Told))
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#printed += chunk.toString()
      })
    }
    this.#exited = new Promise((resolve) => {
      // 'close' comes after the last message and the last output.
      this.#child.once('close', (code) => resolve(code))
    })
  }

  /** The process, for what the system knows of it. */
  get pid(): number | undefined {
    return this.#child.pid
  }

  /** SIGKILL: no handler runs and nothing is flushed. Resolves when the process is gone and all it said has arrived. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#exited
  }

  /** Resolves with the exit code when it ends by itself; null when a signal ended it. */
  exited(): Promise<number | null> {
    return this.#exited
  }

  /** All that it printed, both streams. */
  output(): string {
    return this.#printed
  }
}
