import { expect, test } from 'vitest'
import { insidePath } from '../../../client/app/insidePath.ts'

test.each(['/', '/join', '/m/AAAAAAAAAAAAAAAAAAAAAA/record', '/g/a-b_c/settings'])(
  '[UI11] a place of our own is kept: %s',
  (path) => {
    expect(insidePath(path)).toBe(path)
  },
)

test.each([
  null,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
  '/m/x?y=1',
  '/a#b',
  '/sign-in',
])('[UI11] anything else leads home: %s', (path) => {
  expect(insidePath(path)).toBe('/')
})
