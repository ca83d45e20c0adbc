import { parseArgs } from 'node:util'
import { type Command, commandSchema } from '../transports/index.ts'

/** What is printed when a command is not understood. */
export const usage = `Usage:
  rapporteur admin create --email E --name N      password on standard input
  rapporteur token create --email E [--days N]    prints a personal token, once
  rapporteur sample load                          prints {groupId, meetingIds}
  rapporteur verify                               reads everything, names what is damaged
  rapporteur index rebuild                        makes the search index and the digests anew
`

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  days: { type: 'string' },
} as const

/** Understands a command line; null means: print the usage. Standard input is read only by a command that wants it. */
export async function readCommand(args: readonly string[], readInput: () => Promise<string>): Promise<Command | null> {
  const parsed = parse(args)
  if (parsed === null) return null
  const { values, positionals } = parsed
  const kind = positionals.join('.')
  const { days, ...rest } = values
  const command = {
    kind,
    ...rest,
    ...(kind === 'admin.create' ? { password: await readInput() } : {}),
    ...(kind === 'token.create' ? { days: days === undefined ? null : Number(days) } : days === undefined ? {} : { days }),
  }
  const checked = commandSchema.safeParse(command)
  return checked.success ? checked.data : null
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch {
    return null
  }
}
