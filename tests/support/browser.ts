import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { PersonalProxy } from './PersonalProxy.ts'

/** One person at a device: a browser context behind a network of its own. */
export interface Device {
  readonly context: BrowserContext
  readonly page: Page
  readonly network: PersonalProxy
  /** Console errors and CSP reports seen so far. */
  readonly complaints: string[]
  close(): Promise<void>
}

/** Real Chromium, as root needs it here. CHROMIUM names another one. `keepsPages`: left pages are kept for the way back, as for people. */
export function openBrowser({ keepsPages = false } = {}): Promise<Browser> {
  return chromium.launch({
    ...(keepsPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Width and height of the three sizes the design is drawn for. */
export const sizes = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const

/** A new person with an empty browser profile. */
export async function device(browser: Browser, size: keyof typeof sizes = 'desk', locale = 'en-GB'): Promise<Device> {
  const network = await PersonalProxy.open()
  const context = await browser.newContext({
    viewport: sizes[size],
    locale,
    timezoneId: 'Europe/Zurich',
    hasTouch: size === 'phone',
    proxy: { server: network.address, bypass: '<-loopback>' },
  })
  // A missing thing is a failure with its name, long before the test's own end.
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // A cut network is part of a test; the browser's own line about it is not a fault of the page.
    if (
      message.type() === 'error' &&
      !/net::ERR_|Failed to load resource|^WebSocket connection to .* failed/.test(message.text())
    )
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return {
    context,
    page,
    network,
    complaints,
    close: async () => {
      await context.close()
      await network.close()
    },
  }
}
