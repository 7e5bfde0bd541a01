import { readFileSync } from "node:fs";
import { expect, test as base } from "./laboratory.ts";
import { StaticHost } from "./static-host.ts";

const AT = "/some/where/";

const SMALL =
  "device=wasm&lanes=layer-norm&evaluateEvery=1000&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=256";

const test = base.extend<{ host: StaticHost }>({
  host: async ({ lab: _lab }, use) => {
    const host = await new StaticHost(AT).open();
    await use(host);
    await host.close();
  },
});

test.use({ serviceWorkers: "allow" });

test("a copy of the built folder works from any folder of any static host", async ({
  host,
  lab,
  page,
}) => {
  await page.goto(`${host.origin}${AT}?${SMALL}`);
  await lab.untilBuilt();
  await lab.step();
  await page.goto(`${host.origin}${AT}examples/jupyter.html`);
  const figure = page.frameLocator("iframe");
  await expect(figure.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(page.locator("pre").first()).toContainText(`${host.origin}${AT}embed.html`);
});

test("after one visit the page trains without a network, and so do embeddings opened alone", async ({
  host,
  lab,
  page,
}) => {
  await page.goto(`${host.origin}${AT}?${SMALL}`);
  await lab.untilBuilt();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await host.close();
  await page.goto(`${host.origin}${AT}?${SMALL}&seed=2`);
  await lab.untilBuilt();
  await lab.step();
  for (const path of ["embed.html", "embed"]) {
    await page.goto(`${host.origin}${AT}${path}?${SMALL}`);
    await lab.play();
    await lab.untilStep(2);
  }
});

test("a newer version waits while a page of the old one is open, and is there when it is loaded again", async ({
  host,
  lab,
  page,
}) => {
  await page.goto(`${host.origin}${AT}?${SMALL}`);
  await lab.untilBuilt();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await lab.untilBuilt();
  const newer = readFileSync("dist/sw.js", "utf8").replace(/VERSION = "\w+"/, 'VERSION = "newer"');
  host.pages.set(`${AT}sw.js`, newer);
  const caches = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    await new Promise<void>((installed) => {
      if (!installing) installed();
      installing?.addEventListener("statechange", () => {
        if (installing.state === "installed") installed();
      });
    });
    return { isWaiting: registration.waiting !== null, names: await self.caches.keys() };
  });
  expect(caches.isWaiting).toBe(true);
  expect(caches.names).toHaveLength(2);
  await page.reload();
  await lab.untilBuilt();
  await expect
    .poll(() => page.evaluate(() => self.caches.keys()))
    .toEqual([expect.stringMatching(/newer$/)]);
});

test("an embedding keeps nothing in the reader’s browser", async ({ host, lab, page }) => {
  await page.goto(`${host.origin}${AT}embed.html?${SMALL}`);
  await lab.play();
  await lab.untilStep(1);
  const kept = await page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
    storage: localStorage.length,
  }));
  expect(kept).toEqual({ workers: 0, caches: 0, storage: 0 });
});

test.describe("what is not found", () => {
  test("has a page of its own, with the way home", async ({ host, lab, page }) => {
    await page.goto(`${host.origin}${AT}no/such/page`);
    await expect(page.getByRole("heading", { name: "There is no page here" })).toBeVisible();
    const home = page.getByRole("link", { name: "To the laboratory" });
    await expect(home).toHaveAttribute("href", AT);
    // The browser says itself that the page and its neighbours are missing.
    lab.problems.length = 0;
  });
});
