import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { sha256 } from '../../server/base/index.ts'
import { readCommand } from '../../server/cli/readCommand.ts'
import { bundleForChild } from '../support/killing/bundleForChild.ts'
import { serverProcess } from '../support/serverProcess.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

let cli = ''
let main = ''
beforeAll(async () => {
  cli = await bundleForChild('server/cli/index.ts')
  main = await bundleForChild('server/main.ts')
  // Where the server looks for its thread.
  copyFileSync(await bundleForChild('server/archive/searchWorker.ts'), join(dirname(main), 'searchWorker.js'))
})

interface Ended {
  readonly exit: number | null
  readonly out: string
  readonly error: string
}

/** Runs a program to its end. */
function run(
  program: string,
  dataDir: string,
  args: readonly string[],
  input = '',
  env: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, ...env },
    })
    let [out, error] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()))
    child.once('close', (exit) => resolve({ exit, out, error }))
    child.stdin.end(input)
  })
}

const password = 'correct horse battery'

test('[PEO20] a command does its work on a stopped data folder, prints JSON and ends with 0', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const made = await run(cli, dataDir, ['admin', 'create', '--email', 'Ada@example.org', '--name', 'Ada'], `${password}\n`)
  expect(made).toMatchObject({ exit: 0, error: '' })
  expect(JSON.parse(made.out)).toMatchObject({ email: 'ada@example.org', name: 'Ada' })
  const token = await run(cli, dataDir, ['token', 'create', '--email', 'ada@example.org', '--days', '3'])
  expect(JSON.parse(token.out).token).toMatch(/^rp_/)
  const sample = await run(cli, dataDir, ['sample', 'load'])
  expect(JSON.parse(sample.out)).toMatchObject({ meetingIds: [expect.any(String)] })
  expect((await run(cli, dataDir, ['sample', 'load'])).out).toBe(sample.out)
  const verified = await run(cli, dataDir, ['verify'])
  expect(verified.exit).toBe(0)
  expect(JSON.parse(verified.out)).toMatchObject({ groups: 1, meetings: 1, damaged: [], index: { meetings: 0 } })
  expect(JSON.parse((await run(cli, dataDir, ['index', 'rebuild'])).out)).toEqual({ records: 1 })
  expect(JSON.parse((await run(cli, dataDir, ['verify'])).out)).toMatchObject({ damaged: [], index: { meetings: 1 } })
})

test('[PEO20] a refused command ends with 1 and one line, a wrong one with 2 and the usage', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const create = ['admin', 'create', '--email', 'ada@example.org', '--name', 'Ada']
  const short = await run(cli, dataDir, create, 'short\n')
  expect(short).toMatchObject({ exit: 1, out: '' })
  expect(short.error.trim().split('\n')).toHaveLength(1)
  await run(cli, dataDir, create, password)
  expect((await run(cli, dataDir, create, password)).exit).toBe(1)
  expect((await run(cli, dataDir, ['token', 'create', '--email', 'nobody@example.org'])).exit).toBe(1)
  const wrong = [
    [],
    ['admin'],
    ['sample', 'unload'],
    ['token', 'create'],
    ['verify', '--days', '3'],
    ['token', 'create', '--email', 'a@b.c', '--days', 'x'],
  ]
  for (const args of wrong) {
    const ended = await run(cli, dataDir, args)
    expect(`${args.join(' ')} ${ended.exit}`).toBe(`${args.join(' ')} 2`)
    expect(ended.error).toContain('Usage:')
  }
})

test('[PEO21] a running server is asked through a socket that only its owner may open', async () => {
  const server = await serverProcess({}, main)
  onTestFinished(() => server.dispose())
  const socket = join(server.dataDir, 'rapporteur.sock')
  expect(statSync(socket).mode & 0o777).toBe(0o600)
  const made = await run(cli, server.dataDir, ['admin', 'create', '--email', 'ada@example.org', '--name', 'Ada'], password)
  expect(made.exit).toBe(0)
  const { token } = JSON.parse((await run(cli, server.dataDir, ['token', 'create', '--email', 'ada@example.org'])).out)
  const sample = JSON.parse((await run(cli, server.dataDir, ['sample', 'load'])).out)
  const answer = await fetch(`${server.url}/api/groups/${sample.groupId}`, { headers: { authorization: `Bearer ${token}` } })
  expect(await answer.json()).toMatchObject({ sample: true, you: { role: 'coordinator', name: 'Ada' } })
  expect(await server.stop()).toBe(0)
  expect(existsSync(socket)).toBe(false)
})

test('[PEO21] a socket that a killed server left behind is no hindrance', async () => {
  const server = await serverProcess({}, main)
  onTestFinished(() => server.dispose())
  await server.kill()
  expect(existsSync(join(server.dataDir, 'rapporteur.sock'))).toBe(true)
  expect((await run(cli, server.dataDir, ['verify'])).exit).toBe(0)
  await server.start()
  expect((await run(cli, server.dataDir, ['verify'])).exit).toBe(0)
})

test('[PEO22] the first start prints the one-time address, and the server stops in good order on SIGTERM', async () => {
  const server = await serverProcess({}, main)
  onTestFinished(() => server.dispose())
  expect(server.firstAddress).toMatch(new RegExp(`^${server.url}/first#[A-Za-z0-9_-]{43}$`))
  const began = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  await server.start()
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
})

test('[PEO22] a wrong setting, a second server on the folder or a taken port stops the start with one line', async () => {
  const server = await serverProcess({}, main)
  onTestFinished(() => server.dispose())
  const port = new URL(server.url).port
  const cases: readonly (readonly [string, Record<string, string>])[] = [
    [temporaryFolder(), { PORT: 'http' }],
    [temporaryFolder(), { PUBLIC_URL: 'http://meetings.example.org' }],
    [temporaryFolder(), { DATABASE_URL: 'postgres://localhost/x' }],
    [server.dataDir, { PORT: '0' }],
    [temporaryFolder(), { PORT: port }],
  ]
  for (const [dataDir, env] of cases) {
    const ended = await run(main, dataDir, [], '', env)
    expect(ended.exit).toBe(1)
    expect(ended.error.trim().split('\n')).toHaveLength(1)
  }
})

test('[OPS9] backup, verify, restore: one command each way, the first also while the server runs', async () => {
  const server = await serverProcess({}, main)
  onTestFinished(() => server.dispose())
  await run(cli, server.dataDir, ['admin', 'create', '--email', 'ada@example.org', '--name', 'Ada'], password)
  const { token } = JSON.parse((await run(cli, server.dataDir, ['token', 'create', '--email', 'ada@example.org'])).out)
  const sample = JSON.parse((await run(cli, server.dataDir, ['sample', 'load'])).out)
  const folder = temporaryFolder()
  const file = join(folder, 'monday')
  const made = await run(cli, server.dataDir, ['backup', file])
  expect(made).toMatchObject({ exit: 0, error: '' })
  const told = JSON.parse(made.out)
  expect(told).toMatchObject({ groups: 1, meetings: 1, damaged: [], sha256: sha256(readFileSync(file)) })
  expect(await run(cli, server.dataDir, ['backup', file])).toMatchObject({ exit: 1, out: '' })
  expect(JSON.parse((await run(cli, server.dataDir, ['verify', file])).out)).toEqual(told)
  // A running server holds its folder against a restore, whatever is asked for.
  const tooEarly = await run(cli, server.dataDir, ['restore', file, '--replace'])
  expect(tooEarly).toMatchObject({ exit: 1, out: '' })
  expect(tooEarly.error.trim()).toMatch(/in use by process \d+.*stop it first\.$/)
  expect(await server.stop()).toBe(0)
  expect((await run(cli, server.dataDir, ['restore', file])).error).toContain('--replace')
  const restored = await run(cli, server.dataDir, ['restore', file, '--replace'])
  expect(restored.exit).toBe(0)
  expect(JSON.parse(restored.out)).toMatchObject({ ended: { tokens: 1 }, backup: told })
  expect(restored.error).toMatch(/restoring data does not restore rights: .* 1 personal tokens/)
  await server.start()
  // What was backed up is there; the token that was in it no longer is; the administrator is still one.
  const headers = { authorization: `Bearer ${token}` }
  expect((await fetch(`${server.url}/api/groups/${sample.groupId}`, { headers })).status).toBe(401)
  const again = JSON.parse((await run(cli, server.dataDir, ['token', 'create', '--email', 'ada@example.org'])).out)
  const answer = await fetch(`${server.url}/api/groups/${sample.groupId}`, {
    headers: { authorization: `Bearer ${again.token}` },
  })
  expect(await answer.json()).toMatchObject({ sample: true, you: { role: 'coordinator' } })
  expect(server.output()).not.toContain('damaged')
})

test('[OPS9] a stopped folder is backed up and restored elsewhere; a spoilt file, a missing one and a missing folder are refused', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  await run(cli, dataDir, ['admin', 'create', '--email', 'ada@example.org', '--name', 'Ada'], password)
  const folder = temporaryFolder()
  // As npm does it: the command runs in the project's folder and is told where it was typed.
  const made = await run(cli, dataDir, ['backup', 'tuesday'], '', { INIT_CWD: folder })
  expect(made.exit).toBe(0)
  const other = join(temporaryFolder(), 'other')
  expect((await run(cli, other, ['restore', join(folder, 'tuesday')])).exit).toBe(0)
  expect(JSON.parse((await run(cli, other, ['verify'])).out)).toMatchObject({ damaged: [] })
  const spoilt = readFileSync(join(folder, 'tuesday'))
  spoilt[200] = (spoilt[200] ?? 0) ^ 1
  writeFileSync(join(folder, 'spoilt'), spoilt)
  const nowhere = join(temporaryFolder(), 'nowhere')
  for (const args of [
    ['restore', join(folder, 'spoilt')],
    ['verify', join(folder, 'missing')],
    ['backup', join(folder, 'x')],
  ]) {
    const ended = await run(cli, nowhere, args)
    expect(ended, args.join(' ')).toMatchObject({ exit: 1, out: '' })
    expect(ended.error.trim().split('\n')).toHaveLength(1)
  }
  expect(existsSync(nowhere)).toBe(false)
  const wrong = [['backup'], ['restore'], ['backup', 'a', 'b'], ['backup', 'a', '--replace'], ['restore', 'a', '--days', '3']]
  for (const args of wrong) expect(await readCommand(args, async () => ''), args.join(' ')).toBeNull()
})
