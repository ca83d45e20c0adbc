import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against WCAG 2.2 AA on the page as it stands, in both themes: one line a finding, none when all is well. */
export async function findings(page: Page, state: string): Promise<string[]> {
  const found: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen
    }, theme)
    // The legacy mode needs no second page a check; there are no frames here that it would miss.
    const checked = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze()
    for (const { id, nodes } of checked.violations) {
      for (const node of nodes) found.push(`${state}, ${theme}: ${id} at ${node.target.join(' ')} — ${why(node)}`)
    }
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return null
      const sticksOut = (element: Element) => element.getBoundingClientRect().right > clientWidth + 0.5
      const culprits = [...document.querySelectorAll('body *')].filter(sticksOut).slice(-3)
      return `${scrollWidth - clientWidth} px wider than its window: ${culprits.map((one) => one.outerHTML.slice(0, 120)).join(' ')}`
    })
    if (wide !== null) found.push(`${state}, ${theme}: the page is ${wide}`)
  }
  return found
}

function why(node: { readonly failureSummary?: string | undefined; readonly html: string }): string {
  return `${(node.failureSummary ?? '').replace(/\s+/g, ' ')} ${node.html.slice(0, 160)}`
}
