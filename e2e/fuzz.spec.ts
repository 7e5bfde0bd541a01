import type { ElementHandle, Page } from "@playwright/test";
import { Random } from "../sim/contract/random.ts";
import { expect, test } from "./laboratory.ts";

const ACTIONS = 40;

/** Everything a hand can turn. Links lead away and are left alone; what is only to be copied is not typed into. */
const CONTROLS =
  "button:not([aria-disabled=true]), select:enabled, input:read-write:enabled, input:is([type=checkbox], [type=radio], [type=range]):enabled, summary, figure[tabindex]";

const KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp"];
const WORDS = ["", "0", "-1", "3", "1e9", "0.5", "seven"];
const PATIENCE = { timeout: 10_000 };

type Control = ElementHandle<HTMLElement | SVGElement>;

test("controls pressed at random never upset the page", async ({ lab, page }) => {
  test.setTimeout(400_000);
  const random = new Random("fuzz");
  await lab.open("device=wasm");
  for (let count = 0; count < ACTIONS; count++) {
    const control = random.pick(await visibleControls(page));
    await test.step(await nameOf(control), async () => {
      await press(page, control, random);
      expect((await lab.read()).phase).not.toBe("failed");
      expect(lab.problems).toEqual([]);
    });
  }
  await lab.untilBuilt();
});

/** While a dialog is open, nothing behind it can be reached. */
async function visibleControls(page: Page): Promise<Control[]> {
  const dialog = page.locator("dialog[open]");
  const within = (await dialog.count()) > 0 ? dialog.last() : page.locator("body");
  const all = (await within.locator(CONTROLS).elementHandles()) as Control[];
  const shown = await Promise.all(all.map((control) => control.isVisible()));
  return all.filter((_, index) => shown[index]);
}

function nameOf(control: Control): Promise<string> {
  return control.evaluate((element) => {
    const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return `${element.tagName.toLowerCase()} ${element.id} ${words.slice(0, 30)}`;
  });
}

/**
 * The page redraws itself all the time, so a control may be gone, off, or behind a dialog that has just been fetched, before
 * it is pressed.
 */
async function press(page: Page, control: Control, random: Random): Promise<void> {
  try {
    // A field that is pointed at or focused explains itself, over what lies below it.
    await page.mouse.move(0, 0);
    await control.focus();
    await turn(control, random);
  } catch (error) {
    const isThere = await control.evaluate((element) => {
      const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
      const isReached = !dialog || dialog.contains(element);
      return (
        isReached && element.isConnected && !element.matches("[disabled], [aria-disabled=true]")
      );
    });
    if (isThere) throw error;
  }
}

async function turn(control: Control, random: Random): Promise<void> {
  const kind = await control.evaluate((element) =>
    element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
  );
  switch (kind) {
    case "select": {
      const count = await control.evaluate((element) => element.querySelectorAll("option").length);
      await control.selectOption({ index: random.below(count) }, PATIENCE);
      return;
    }
    case "text":
      await control.fill(random.pick(WORDS), PATIENCE);
      await control.press("Enter", PATIENCE);
      return;
    case "range":
    case "figure":
      await control.press(random.pick(KEYS), PATIENCE);
      return;
    default:
      await control.click(PATIENCE);
  }
}
