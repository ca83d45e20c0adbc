import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = process.cwd()

test('[META7] every dependency is pinned to one exact version', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>> // our own file
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(Object.keys(wanted).length).toBeGreaterThan(10)
  expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('[META8] the lockfile names no download address and holds one copy of yjs', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Record<string, { readonly resolved?: string }>
  } // npm's own format
  expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([])
  expect(Object.keys(lock.packages).filter((name) => name.endsWith('node_modules/yjs'))).toEqual(['node_modules/yjs'])
})
