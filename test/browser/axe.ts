import axe from 'axe-core'
import type { Page } from 'playwright-core'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds on a page, or in one part of it, by the rules of WCAG 2.2 AA and by its own of good practice, one line a rule. */
export async function violationsOn(page: Page, part?: string): Promise<readonly string[]> {
  // Its script is given to the page by the debugger: the policy of the page lets in no script of others.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async ({ rules, part }) => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: object | string, options: object): Promise<{ violations: readonly Violation[] }> }
      }
      const { violations } = await axe.run(part ?? document, { runOnly: rules, resultTypes: ['violations'] })
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }))
    },
    { rules, part },
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
