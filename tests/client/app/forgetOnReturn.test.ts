import { expect, test } from 'vitest'
import { forgetOnReturn } from '../../../client/app/forgetOnReturn.ts'

test('[WEB81] a page that a browser kept for the way back is emptied and loaded afresh where somebody has left since, and else stays', () => {
  const done: string[] = []
  const kept = new Map([['rapporteur.session', 'Ada']])
  const storage = { getItem: (key: string) => kept.get(key) ?? null } as unknown as Storage // all that is asked of it
  const page = Object.assign(new EventTarget(), {
    document: { body: { replaceChildren: () => done.push('emptied') } },
    location: { reload: () => done.push('loaded') },
  }) as unknown as Window // as much of a window as it takes
  const show = (persisted: boolean) => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
  forgetOnReturn(page, storage)
  page.dispatchEvent(new Event('pagehide'))
  show(true)
  expect(done).toEqual([])
  page.dispatchEvent(new Event('pagehide'))
  kept.set('rapporteur.session', 'nobody')
  show(false)
  expect(done).toEqual([])
  show(true)
  expect(done).toEqual(['emptied', 'loaded'])
})
