import type { Page } from "@playwright/test";
import { expect, test } from "./laboratory.ts";

const MOST_TABS = 400;

const QUICK =
  "device=wasm&steps=120&lanes=batch-norm,power-norm&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=64";

test("Tab reaches every control once, each with a ring that is seen, and leaves the page at its end", async ({
  lab,
  page,
}) => {
  await lab.open("device=wasm");
  await unfoldAll(page);
  const expected = await page.evaluate(namesOfControls);
  const reached: string[] = [];
  const bare: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(focusedControl);
    if (focused === null) break;
    reached.push(focused.mark);
    if (!focused.hasRing) bare.push(focused.mark);
  }
  expect(bare).toEqual([]);
  expect(new Set(reached).size).toBe(reached.length);
  expect(expected.filter((mark) => !reached.includes(mark))).toEqual([]);
});

test("an experiment by keys alone: choose, play, read, look closer, turn, go back", async ({
  lab,
  page,
}) => {
  test.setTimeout(240_000);
  const { keyboard } = page;
  await lab.open(QUICK);

  await tabTo(page, "Play");
  await keyboard.press("Space");
  // On a busy machine a step may take long enough for the page to ask.
  if (await lab.button("Play anyway").isVisible()) {
    await tabTo(page, "Play anyway");
    await keyboard.press("Space");
    await tabTo(page, "Pause");
  }
  await expect.poll(async () => (await lab.read()).step, { timeout: 110_000 }).toBeGreaterThan(52);
  await keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Play" })).toBeFocused();

  await tabTo(page, "σ², the variance");
  const chart = page.locator("figure:focus");
  await keyboard.press("Home");
  await expect(chart).toContainText(/step 1:/);
  await keyboard.press("ArrowRight");
  await expect(chart).toContainText(/step 2:/);
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  const note = page.locator(".term-note:popover-open");
  await expect(note).toContainText("the variance of a batch");
  await keyboard.press("Escape");
  await expect(note).toHaveCount(0);

  await tabTo(page, "Save the chart “Training loss”");
  await keyboard.press("Enter");
  await expect(lab.button("Read as a table")).toBeVisible();
  await tabTo(page, "Read as a table");
  await keyboard.press("Enter");
  const table = page.getByRole("dialog", { name: "Training loss" });
  await expect(table.getByRole("row")).toHaveCount(13);
  await keyboard.press("Escape");
  await expect(table).toBeHidden();

  await tabTo(page, "Learning rate");
  await keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/learningRate=/);

  await tabTo(page, "Back 50 steps");
  await keyboard.press("Enter");
  await expect.poll(async () => (await lab.read()).step).toBeLessThan(52);
});

/** Presses Tab until a control with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.count()) === 0) continue;
    if ((await focused.evaluate(nameOf)) === name) return;
  }
  throw new Error(`no control is called “${name}”: Tab went round without finding it`);
}

function nameOf(node: Element): string {
  const labelled = (node.getAttribute("aria-labelledby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent ?? "")
    .join(" ");
  const label = node instanceof HTMLInputElement || node instanceof HTMLSelectElement;
  const words =
    node.getAttribute("aria-label") ??
    (labelled.trim() ||
      (label ? node.labels?.[0]?.textContent : null) ||
      (node instanceof HTMLElement ? node.textContent : ""));
  return (words ?? "").replaceAll(/[▶❚]/g, "").trim();
}

async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

/** All that can be worked by a pointer, marked by its place in the document. */
function namesOfControls(): string[] {
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [tabindex='0']",
    ),
  ];
  const isThere = (node: HTMLElement): boolean =>
    node.checkVisibility({ visibilityProperty: true }) && !node.matches(":disabled");
  // Of radio buttons and tabs, arrows choose one; Tab goes to the one that is chosen.
  const isArrowed = (node: HTMLElement): boolean =>
    node.tabIndex < 0 || node.matches("input[type='radio']:not(:checked)");
  return all
    .map((node, place) => ({
      node,
      mark: `${place} ${node.textContent?.trim().slice(0, 40) ?? ""}`,
    }))
    .map(({ node, mark }) => {
      node.dataset["mark"] = mark;
      return { node, mark };
    })
    .filter(({ node }) => isThere(node) && !isArrowed(node))
    .map(({ mark }) => mark);
}

function focusedControl(): { readonly mark: string; readonly hasRing: boolean } | null {
  const node = document.activeElement;
  if (!(node instanceof HTMLElement) || node === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  // A slider has its ring around the bead, which is no element to be asked.
  const isSlider = node.matches("input[type='range']");
  const hasRing = isSlider || (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0);
  return { mark: node.dataset["mark"] ?? node.outerHTML.slice(0, 80), hasRing };
}
