import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const isRoot = process.getuid?.() === 0
const alone = isRoot ? ['--mount'] : ['--user', '--map-root-user', '--mount']

/** Why there can be no small disk on this machine; null where there can. */
export function whyNoSmallDisk(): string | null {
  const tried = spawnSync('unshare', [...alone, 'sh', '-c', 'mount -t tmpfs none /mnt && command -v nsenter'], {
    encoding: 'utf8',
  })
  return tried.status === 0 ? null : `no mount of one's own here: ${tried.stderr ?? tried.error?.message ?? 'unknown'}`
}

/**
 * A real file system of a few megabytes. It is mounted in a namespace of its own, which ends with the process that holds it: nothing
 * can be left behind on the machine.
 */
export class SmallDisk {
  readonly #holder: ChildProcess
  /** Its place as a program on it sees it. */
  readonly folder: string

  private constructor(holder: ChildProcess, folder: string) {
    this.#holder = holder
    this.folder = folder
  }

  static async mount(megabytes: number): Promise<SmallDisk> {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-disk-'))
    const script = `mount -t tmpfs -o size=${megabytes}m none "$0" && mkdir "$0/data" && echo ready && exec sleep 3600`
    const holder = spawn('unshare', [...alone, 'sh', '-c', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise<void>((resolve, reject) => {
      holder.stdout?.once('data', () => resolve())
      holder.once('exit', () => reject(new Error('The small disk could not be mounted')))
    })
    return new SmallDisk(holder, folder)
  }

  /** The data folder, as a program on the disk sees it. */
  get dataDir(): string {
    return join(this.folder, 'data')
  }

  /** The same place, as it is reached from outside. */
  get outside(): string {
    return `/proc/${this.#holder.pid}/root${this.folder}`
  }

  /** What has to stand before a command so that it runs where the disk is. */
  get through(): readonly string[] {
    const space = isRoot ? ['-m'] : ['-U', '--preserve-credentials', '-m']
    const run = ['--', 'sh', '-c', 'cd "$0" && exec "$@"', process.cwd()]
    return ['nsenter', '-t', String(this.#holder.pid), ...space, ...run]
  }

  /** Takes all the room that is left. */
  fill(): void {
    const file = openSync(join(this.outside, 'filler'), 'a')
    try {
      for (const block of [1024 * 1024, 4096, 1]) while (wrote(file, block));
    } finally {
      closeSync(file)
    }
  }

  /** Gives the room back. */
  free(): void {
    rmSync(join(this.outside, 'filler'), { force: true })
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#holder.once('exit', resolve))
    this.#holder.kill('SIGKILL')
    await gone
    rmdirSync(this.folder)
  }
}

function wrote(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes)) === bytes
  } catch {
    return false
  }
}
