import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { PeopleFile } from '../../server/storage/index.ts'
import { bundleForChild } from '../support/killing/bundleForChild.ts'
import { type ServerProcess, serverProcess } from '../support/serverProcess.ts'

let main = ''
beforeAll(async () => {
  main = await bundleForChild('server/main.ts')
})

async function fresh(): Promise<ServerProcess> {
  const server = await serverProcess({}, main)
  onTestFinished(() => server.dispose())
  return server
}

function peopleOf({ dataDir }: ServerProcess): PeopleFile {
  const file = JSON.parse(readFileSync(join(dataDir, 'people.json'), 'utf8')) as { readonly content: PeopleFile } // our own file
  return file.content
}

test('[OPS23] a fresh install has no account and no secret that another one has, and nobody else can reach it', async () => {
  const [one, other] = [await fresh(), await fresh()]
  for (const server of [one, other]) {
    const { administrators, auth, tokens, links } = peopleOf(server)
    expect([administrators, Object.values(auth).flat(), tokens]).toEqual([[], [], []])
    expect(links).toHaveLength(1)
  }
  const secrets = [one, other].flatMap((server) => [
    peopleOf(server).cookieSecret ?? '',
    peopleOf(server).links[0]?.secretHash ?? '',
    server.firstAddress.split('#')[1] ?? '',
  ])
  expect(secrets.filter((secret) => secret.length < 43)).toEqual([])
  expect(new Set(secrets).size).toBe(6)
  // The address is told to whoever started it, and kept only as a hash.
  expect(JSON.stringify(peopleOf(one))).not.toContain(one.firstAddress.split('#')[1])
  const { port } = new URL(one.url)
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all?.filter((address) => !address.internal) ?? [])
  for (const { address } of addresses.filter(({ family }) => family === 'IPv4')) {
    expect(await reaches(address, Number(port)), address).toBe(false)
  }
  expect(await reaches('127.0.0.1', Number(port))).toBe(true)
})

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
