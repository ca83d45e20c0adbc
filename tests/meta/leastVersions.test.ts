import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leastVersions, tooOld } from '../support/leastVersions.ts'

const lock = JSON.parse(readFileSync(join(process.cwd(), 'package-lock.json'), 'utf8')) as {
  readonly packages: Record<string, { readonly version?: string }>
} // npm's own format

test('[OPS18] no copy of a part is older than the version in which its known weakness is mended', () => {
  expect(tooOld(lock)).toEqual([])
  // The look is at something: these are in use, some of them in several copies.
  for (const name of ['ws', 'socket.io-parser', 'prosemirror-view', '@tiptap/core', 'path-to-regexp']) {
    expect(Object.keys(lock.packages).filter((place) => place.endsWith(`node_modules/${name}`)).length).toBeGreaterThan(0)
  }
})

test.each(Object.keys(leastVersions))('[OPS18] an older %s that is planted is refused, wherever it lies', (name) => {
  const [major = 0, minor = 0, patch = 0] = (leastVersions[name]?.version ?? '').split('.').map(Number)
  const just = patch > 0 ? `${major}.${minor}.${patch - 1}` : minor > 0 ? `${major}.${minor - 1}.99` : `${major - 1}.99.99`
  for (const version of [just, '0.0.1', `${leastVersions[name]?.version}-beta.1`]) {
    const planted = { packages: { ...lock.packages, [`node_modules/somewhere/node_modules/${name}`]: { version } } }
    expect(tooOld(planted)).toHaveLength(1)
  }
  const fine = { packages: { ...lock.packages, [`node_modules/x/node_modules/${name}`]: { version: `${major + 1}.0.0` } } }
  expect(tooOld(fine)).toEqual([])
})
