import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Device, device, openBrowser, sizes } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { inMeeting, signIn } from '../support/visit.ts'
import { type YearsWorld, yearsWorld } from '../support/yearsWorld.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Set by whoever wants to look at the screens. */
const shots = process.env.ARCHIVE_SHOTS
async function shot(page: Page, name: string) {
  if (shots === undefined) return
  for (const theme of ['dark', 'light']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen
    }, theme)
    await page.screenshot({ path: `${shots}/${name}-${theme}.png`, fullPage: true })
  }
}

async function person(size: keyof typeof sizes = 'desk', locale = 'en-GB'): Promise<Device> {
  const one = await device(browser, size, locale)
  onTestFinished(() => one.close())
  await one.page.emulateMedia({ reducedMotion: 'reduce' })
  return one
}

/** The coordinator, on a page of the group. */
async function at(world: YearsWorld, path: string, size: keyof typeof sizes = 'desk'): Promise<Device> {
  const one = await person(size)
  await signIn(one.page, world)
  await one.page.goto(`${world.server.url}/g/${world.groupId}${path}`)
  return one
}

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search all records' })

test('[ARC1] the archive stands by year and formal meeting; typing searches it, the address holds the search, Back leads to what was before', async () => {
  const world = await yearsWorld()
  const { page, complaints } = await at(world, '/records')
  await page.getByRole('heading', { name: /^2002/ }).waitFor()
  await page.getByRole('heading', { name: 'Standing Committees, May 2002' }).waitFor()
  await page.getByText('2 outcomes, 3 actions').waitFor()
  await shot(page, 'archive')
  expect(await findings(page, 'archive')).toEqual([])

  await field(page).pressSequentially('regional fora', { delay: 30 })
  await page.getByText(/^\d+ passages in \d+ records$/).waitFor()
  await page.locator('mark').first().waitFor()
  expect(new URL(page.url()).search).toBe('?q=regional+fora')
  await shot(page, 'search')
  expect(await findings(page, 'search')).toEqual([])

  await page.getByRole('checkbox', { name: /^Outcomes/ }).check()
  await expect.poll(() => new URL(page.url()).search).toBe('?q=regional+fora&part=outcome')
  await page.getByText('for Outcomes').waitFor()
  expect(await page.getByRole('link', { name: 'Paragraph 2' }).count()).toBeGreaterThan(0)
  await page.goBack()
  await expect.poll(() => new URL(page.url()).search).toBe('?q=regional+fora')
  expect(await page.getByRole('checkbox', { name: /^Outcomes/ }).isChecked()).toBe(false)

  await page
    .getByRole('link', { name: /^Paragraph/ })
    .first()
    .click()
  await page.waitForURL(/\/m\/.*\/record/)
  await page.goBack()
  await page.locator('mark').first().waitFor()
  expect(await field(page).inputValue()).toBe('regional fora')
  await page.goBack()
  await page.getByRole('heading', { name: /^2002/ }).waitFor()
  expect(await field(page).inputValue()).toBe('')
  expect(complaints).toEqual([])
})

test('[ARC6] a late answer to an earlier question never stands over the answer to the present one', async () => {
  const world = await yearsWorld()
  const { page, complaints } = await at(world, '/records')
  await page.getByRole('heading', { name: /^2002/ }).waitFor()
  // The answer to the first letters is held up on its way, and let go after the whole word was answered.
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const asked: string[] = []
  await page.route('**/api/search?*', async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q') ?? ''
    asked.push(q)
    if (q === 'regi') await held
    await route.continue().catch(() => undefined)
  })
  await field(page).pressSequentially('regi')
  await expect.poll(() => asked).toContain('regi')
  await field(page).fill('candidates')
  await page.locator('mark').filter({ hasText: 'candidates' }).waitFor()
  letGo()
  await field(page).press('Enter')
  await page.getByText(/^1 passage in 1 record$/).waitFor()
  expect(await page.locator('mark').allTextContents()).toEqual(['candidates'])
  expect(complaints).toEqual([])
})

test('[ARC7] a part is found by its number and by its id, and marked; an address of nothing says so; the number copies the link', async () => {
  const world = await yearsWorld()
  const { page, context, complaints } = await at(world, '/records')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const [, may] = world.past
  const record = `${world.server.url}/m/${may?.meetingId}/record`
  const marked = () => page.locator('[data-linked]').allInnerTexts()
  await page.goto(`${record}#${may?.outcomes[1]}`)
  await page.getByText('the importance of continuing efforts').waitFor()
  await expect.poll(marked).toEqual([expect.stringContaining('the importance of continuing efforts')])
  await shot(page, 'record-part')
  // What the bar half covers after scrolling there is no target too small.
  await page.evaluate(() => window.scrollTo(0, 0))
  expect(await findings(page, 'a part of the record')).toEqual([])

  await page.goto(`${record}?version=2#p2`)
  await page.getByText('the use of regional fora').waitFor()
  await expect.poll(marked).toEqual([expect.stringContaining('the use of regional fora')])
  await page.getByRole('link', { name: 'Paragraph 3, copy its link' }).click()
  await page.getByText('The link is copied.').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${record}?version=2#${may?.outcomes[1]}`)

  await page.goto(`${record}?version=3#${may?.actions[0]}`)
  await expect.poll(marked).toEqual([expect.stringContaining('Share with the Group')])
  await page.goto(`${world.server.url}/g/${world.groupId}`)
  await page.goto(`${record}#nothing`)
  await page.getByText('What this address names does not stand in this text').waitFor()
  expect(complaints).toEqual([])
})

test('[ARC8] Ctrl K finds pages, meetings and passages of records on every page of the group, and in the meeting', async () => {
  const world = await yearsWorld()
  const { page, complaints } = await at(world, '/actions')
  await page.getByRole('button', { name: 'Search' }).waitFor()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name: 'Search and go to' })
  await palette.fill('regional')
  await page.getByRole('option').filter({ hasText: 'Raise universalization at the next regional forum' }).waitFor()
  await shot(page, 'palette')
  expect(await findings(page, 'palette')).toEqual([])
  await palette.fill('outco')
  await page.getByRole('option', { name: 'Outcomes', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/outcomes$/)

  await page.goto(`${world.server.url}/m/${world.meetingId}`)
  await inMeeting(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('likely candidates')
  const passage = page.getByRole('group', { name: 'Records of the group' }).getByRole('option').first()
  await passage.waitFor()
  const [opened] = await Promise.all([page.context().waitForEvent('page'), passage.click()])
  await opened.waitForURL(/\/record#/)
  expect(complaints).toEqual([])
})

test('[ARC9] archive, search, registers, thread and participation in Arabic, on a phone and on a tablet', async () => {
  const world = await yearsWorld()
  const one = await person('phone', 'ar')
  const { page } = one
  await page.goto(`${world.server.url}/sign-in`)
  await page.locator('input[type=email]').fill(world.email)
  await page.locator('input[type=password]').fill(world.password)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL((url) => url.pathname === '/')
  const [january, may] = world.past
  const found: string[] = []
  for (const [name, path, awaited] of [
    ['records', '/records', 'Standing Committees, May 2002'],
    ['search', '/records?q=regional', 'reaching states'],
    ['actions', '/actions', 'Share with the Group'],
    ['outcomes', '/outcomes', 'the value of regional fora'],
    ['thread', `/threads/outcome/${january?.outcomes[0]}`, 'the value of regional fora'],
    ['thread-action', `/threads/action/${may?.actions[0]}`, 'Share with the Group'],
    ['participation', '/participation', 'Canada'],
    ['meetings', '/meetings', 'Second meeting of 2002'],
  ] as const) {
    for (const size of ['phone', 'tablet'] as const) {
      await page.setViewportSize(sizes[size])
      await page.goto(`${world.server.url}/g/${world.groupId}${path}`)
      await page.getByText(awaited).first().waitFor()
      await shot(page, `ar-${size}-${name}`)
      found.push(...(await findings(page, `${name}, Arabic, ${size}`)))
    }
  }
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  expect(found).toEqual([])
  expect(one.complaints).toEqual([])
})

test('[ARC10] without a connection the archive says so, and goes on when it is back', async () => {
  const world = await yearsWorld()
  const { page, network } = await at(world, '/records')
  await page.getByRole('heading', { name: /^2002/ }).waitFor()
  network.cut()
  await field(page).fill('regional')
  await page.getByRole('alert').getByRole('heading', { name: 'You are offline' }).waitFor()
  await shot(page, 'offline')
  expect(await findings(page, 'archive offline')).toEqual([])
  network.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('mark').first().waitFor()
})

test('[ARC16] in an adopted record one press leads from an outcome, and from an action, to what became of it', async () => {
  const world = await yearsWorld()
  const [january] = world.past
  const { page, complaints } = await person()
  await signIn(page, world)
  for (const [kind, id] of [
    ['outcome', january?.outcomes[0]],
    ['action', january?.actions[0]],
  ] as const) {
    await page.goto(`${world.server.url}/m/${january?.meetingId}/record`)
    const link = page.getByRole('link', { name: new RegExp(`^What became of ${kind}`) }).first()
    await link.waitFor()
    await shot(page, `record-${kind}`)
    expect(await findings(page, `record with ways to the ${kind}`)).toEqual([])
    await link.press('Enter')
    await page.waitForURL(new RegExp(`/threads/${kind}/${id}$`))
  }
  expect(complaints).toEqual([])
})

test('[ARC12] the search over all one’s groups names the group of each record, and its address survives signing in', async () => {
  const world = await yearsWorld()
  const { page, complaints } = await person()
  await page.goto(`${world.server.url}/records?q=%22regional+fora%22&sort=newest`)
  await page.getByLabel('E-mail').fill(world.email)
  await page.getByLabel('Password').fill(world.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('mark').first().waitFor()
  expect(new URL(page.url()).search).toBe('?q=%22regional+fora%22&sort=newest')
  expect(await field(page).inputValue()).toBe('"regional fora"')
  await page.getByText('Universalization Contact Group').first().waitFor()
  await shot(page, 'all-records')
  expect(await findings(page, 'all records')).toEqual([])
  expect(complaints).toEqual([])
})

test('[ARC13] nothing above the results moves while one types', async () => {
  const world = await yearsWorld()
  const { page } = await at(world, '/records')
  await page.getByRole('heading', { name: /^2002/ }).waitFor()
  const places: string[] = []
  const note = async () => {
    const boxes = await Promise.all([field(page).boundingBox(), page.getByRole('heading', { level: 1 }).boundingBox()])
    places.push(JSON.stringify(boxes))
  }
  await note()
  for (const letter of 'regional') {
    await field(page).press(letter)
    await note()
  }
  await page.locator('mark').first().waitFor()
  await note()
  const facets = page.getByRole('form', { name: 'Filters' })
  const before = await facets.boundingBox()
  await field(page).press('x')
  await page.getByRole('heading', { name: 'No record has these words' }).waitFor()
  await note()
  expect(await facets.boundingBox()).toMatchObject({ x: before?.x, y: before?.y, width: before?.width })
  expect(new Set(places).size).toBe(1)
})
