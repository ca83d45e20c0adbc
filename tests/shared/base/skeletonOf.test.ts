import { expect, test } from 'vitest'
import { skeletonOf } from '../../../shared/base/index.ts'

test('[HOS20] names that look the same have one skeleton, whatever letters they are made of; names that look different have two', () => {
  const same: readonly (readonly [string, string])[] = [
    ['Coordinator', '\u0421oordinator'],
    ['Anna Smith', 'Anna\u200b Smith'],
    ['Anna Smith', 'anna  smith'],
    ['Anna Smith', '\u202eAnna Smith\u202c'],
    ['Anna Smith', 'Ann\u0430 Smith'],
    ['Ilja', 'llja'],
    ['José', 'Jose\u0301'],
    ['Ａｎｎａ', 'Anna'],
    ['Zalgo', `Z${'\u0300'.repeat(10_000)}algo`],
    ['Ali', 'A\u2060li'],
  ]
  for (const [one, other] of same) expect(skeletonOf(other), other).toBe(skeletonOf(one))
  const different = ['Anna Smith', 'Hanna Smith', 'Anna Smit', 'أحمد', 'احسان', '王伟', '李伟', 'Иван', 'Олег']
  expect(new Set(different.map(skeletonOf)).size).toBe(different.length)
})
