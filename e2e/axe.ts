import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds on the page as it stands, best practices included: a line for each rule that is broken, with its places. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: source });
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map(({ target }) => target.join(" ")).join("; ")})`,
  );
}
