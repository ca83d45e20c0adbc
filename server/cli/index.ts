// cli: the command line of whoever owns the machine. Asks the running server through its socket, or opens the data folder itself.
// Must not know what a command does, only how it is said and how its answer is printed.
import { resolve } from 'node:path'
import { type Config, createLog, createNewId, createReportFault, readConfig, systemClock, systemRandom } from '../base/index.ts'
import { openWorkspace } from '../meetings/index.ts'
import { CannotOpen, openStorage } from '../storage/index.ts'
import { askServer, type Command, type CommandOutcome, runCommand, socketPath } from '../transports/index.ts'
import { type FileCommand, readCommand, usage } from './readCommand.ts'
import { runFileCommand } from './runFileCommand.ts'

const command = await readCommand(process.argv.slice(2), () => readStandardInput())
if (command === null) {
  process.stderr.write(usage)
  process.exitCode = 2
} else {
  const outcome = await run(command)
  if (outcome.print !== null) process.stdout.write(`${JSON.stringify(outcome.print)}\n`)
  if (outcome.line !== null) process.stderr.write(`${outcome.line}\n`)
  process.exitCode = outcome.exit
}

async function run(command: Command | FileCommand): Promise<CommandOutcome> {
  const config = readConfig(process.env)
  if (!config.ok) return { exit: 1, print: null, line: config.refusal.message }
  if ('file' in command) {
    // npm runs us in the project's folder and tells where the command was typed.
    const file = resolve(process.env.INIT_CWD ?? process.cwd(), command.file)
    return runFileCommand({ ...command, file }, config.value, (line) => process.stderr.write(`${line}\n`))
  }
  return runInFolder(command, config.value)
}

async function runInFolder(command: Command, { dataDir, host, port, publicUrl: givenUrl }: Config): Promise<CommandOutcome> {
  const path = socketPath(dataDir)
  const answered = path === null ? null : await askServer(path, command)
  if (answered !== null) return answered

  const clock = systemClock()
  const random = systemRandom()
  const log = createLog({ level: 'silent' })
  const reportFault = createReportFault(log, createNewId(random))
  try {
    // Looking at a folder that is not there must not make one.
    const mustExist = command.kind === 'verify' || command.kind === 'index.rebuild'
    const storage = await openStorage({ dataDir, clock, log, random, mustExist })
    const publicUrl = givenUrl ?? `http://${host}:${port}`
    const at = await openWorkspace({ storage, clock, random, log, reportFault, publicUrl })
    const outcome = await runCommand(at, command)
    await at.rooms.close()
    await at.archive.close()
    await storage.close()
    return outcome
  } catch (error) {
    if (error instanceof CannotOpen) return { exit: 1, print: null, line: error.message }
    throw error
  }
}

async function readStandardInput(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) text += chunk
  return text.replace(/\r?\n$/, '')
}
