import { expect, test } from 'vitest'
import { insidePath } from '../../../client/app/insidePath.ts'

test.each([
  '/',
  '/join',
  '/m/AAAAAAAAAAAAAAAAAAAAAA/record',
  '/g/a-b_c/settings',
  '/m/x/record?version=2#p7',
  '/g/x/records?q=%22regional+fora%22&kind=agreed',
])('[UI11] a place of our own is kept, with what it asks for: %s', (path) => {
  expect(insidePath(path)).toBe(path)
})

test.each([
  null,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
  '/m/x?y=<b>',
  '/a#b"c',
  '/sign-in',
])('[UI11] anything else leads home: %s', (path) => {
  expect(insidePath(path)).toBe('/')
})
