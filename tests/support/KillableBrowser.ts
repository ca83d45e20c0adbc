import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { PersonalProxy } from './PersonalProxy.ts'

/** A browser with a profile that outlives it: it can be killed with all its processes, and opened again. */
export class KillableBrowser {
  readonly network: PersonalProxy
  readonly #profile: string
  #context: BrowserContext | null = null

  private constructor(network: PersonalProxy, profile: string) {
    this.network = network
    this.#profile = profile
  }

  static async make(): Promise<KillableBrowser> {
    return new KillableBrowser(await PersonalProxy.open(), await mkdtemp(join(tmpdir(), 'rapporteur-profile-')))
  }

  async open(): Promise<Page> {
    const context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-sync',
      ],
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      proxy: { server: this.network.address, bypass: '<-loopback>' },
    })
    context.setDefaultTimeout(20_000)
    this.#context = context
    return context.pages()[0] ?? context.newPage()
  }

  /** SIGKILL for every process of this browser, as in a power cut of the machine or a crash of the system. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.#context?.once('close', resolve))
    for (const pid of this.#processes()) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It went with its parent.
      }
    }
    await gone
    this.#context = null
  }

  /** Closes it in good order, so that it has written its cookies. */
  async close(): Promise<void> {
    await this.#context?.close()
    this.#context = null
  }

  async dispose(): Promise<void> {
    await this.close()
    await this.network.close()
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }

  /** Those that were started with this profile, and all that they started. */
  #processes(): readonly number[] {
    const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [factsOf(Number(name))] : []))
    const ours = new Set(all.filter(({ command }) => command.includes(this.#profile)).map(({ pid }) => pid))
    for (let before = -1; before !== ours.size; ) {
      before = ours.size
      for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid)
    }
    return [...ours]
  }
}

function factsOf(pid: number): { readonly pid: number; readonly parent: number; readonly command: string } {
  try {
    const [, behind = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    return { pid, parent: Number(behind.split(' ')[1]), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }
  } catch {
    return { pid, parent: 0, command: '' }
  }
}
