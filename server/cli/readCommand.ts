import { parseArgs } from 'node:util'
import { type Command, commandSchema } from '../transports/index.ts'

/** What is printed when a command is not understood. */
export const usage = `Usage:
  rapporteur admin create --email E --name N      password on standard input
  rapporteur token create --email E [--days N]    prints a personal token, once
  rapporteur sample load                          prints {groupId, meetingIds}
  rapporteur backup FILE                          everything as it is now, in one file; also while the server runs
  rapporteur restore FILE [--replace]             the server must be stopped; --replace puts away what is there
  rapporteur verify [FILE]                        reads everything, or a backup, and names what is damaged
  rapporteur index rebuild                        makes the search index and the digests anew
`

/** Commands about a backup file: what they read and write lies where the command was typed, so no server is asked to. */
export type FileCommand =
  | { readonly kind: 'backup'; readonly file: string }
  | { readonly kind: 'restore'; readonly file: string; readonly replace: boolean }
  | { readonly kind: 'verify.file'; readonly file: string }

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  days: { type: 'string' },
  replace: { type: 'boolean' },
} as const

/** Understands a command line; null means: print the usage. Standard input is read only by a command that wants it. */
export async function readCommand(
  args: readonly string[],
  readInput: () => Promise<string>,
): Promise<Command | FileCommand | null> {
  const parsed = parse(args)
  if (parsed === null) return null
  const { values, positionals } = parsed
  const about = fileCommand(positionals, values)
  if (about !== null) return about
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

function fileCommand(
  [name, file, ...more]: readonly string[],
  { replace = false, ...others }: { readonly replace?: boolean | undefined } & Readonly<Record<string, unknown>>,
): FileCommand | null {
  if (file === undefined || file === '' || more.length > 0 || Object.keys(others).length > 0) return null
  if (name === 'restore') return { kind: 'restore', file, replace }
  if (replace) return null
  if (name === 'backup') return { kind: 'backup', file }
  return name === 'verify' ? { kind: 'verify.file', file } : null
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch {
    return null
  }
}
