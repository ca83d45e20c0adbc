import { systemClock, systemRandom } from '../../../server/base/index.ts'
import { type Disk, systemDisk } from '../../../server/storage/embedded/Disk.ts'
import type { OpenKeyValue } from '../../../server/storage/embedded/KeyValue.ts'
import { openLevel } from '../../../server/storage/embedded/openLevel.ts'
import { restoreBackup } from '../../../server/storage/index.ts'

/** What the process tells at its end: how many calls it made. */
export type RestoreTold = number

// Restores, and dies by SIGKILL just before or after one of its calls of the disk or the log; 0 only counts them.
const [file = '', dataDir = '', at = '0', moment = 'before'] = process.argv.slice(2)
let calls = 0

async function counted<T>(run: () => Promise<T>): Promise<T> {
  calls += 1
  const isMine = calls === Number(at)
  if (isMine && moment === 'before') await die()
  const done = await run()
  if (isMine) await die()
  return done
}

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}

function counting<T extends object>(parts: T): T {
  return new Proxy(parts, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name)
      return typeof own === 'function' && name !== 'entries' ? (...args: unknown[]) => counted(async () => own(...args)) : own
    },
  })
}

const whole = systemDisk()
const disk: Disk = counting({ ...whole, create: async (path: string) => counting(await whole.create(path)) })
const openKeyValue: OpenKeyValue = (folder, options) => counted(async () => counting(await openLevel(folder, options)))

const surroundings = { clock: systemClock(), random: systemRandom() }
await restoreBackup({ ...surroundings, file, dataDir, replace: true, disk, openKeyValue })
process.send?.(calls satisfies RestoreTold)
