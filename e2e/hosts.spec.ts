import type { Page } from "@playwright/test";
import { HostPage } from "./host-page.ts";
import type { Placed } from "./host-page.ts";
import { expect, test as base } from "./laboratory.ts";
import { StaticHost } from "./static-host.ts";
import { beforeWorkers, HOLD_CONTEXTS } from "./workers.ts";

const test = base.extend<{ host: HostPage }>({
  host: async ({ lab }, use) => {
    const [site, server] = [await new StaticHost().open(), await new StaticHost().open()];
    await use(new HostPage(lab.page, site.origin, server));
    await Promise.all([site.close(), server.close()]);
  },
});

/** How many WebGL contexts are alive, in all workers of all frames. */
async function liveContexts(page: Page): Promise<number> {
  const counts = await Promise.all(
    page.workers().map((worker) =>
      worker.evaluate(() => {
        const { contexts } = globalThis as unknown as { contexts: WebGL2RenderingContext[] };
        return contexts.filter((context) => !context.isContextLost()).length;
      }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** A frame that is kept from storage, as browsers do with third parties: to touch it is an error. */
async function blockStorage(page: Page, id: string): Promise<void> {
  await page.addInitScript((blocked) => {
    if (!location.search.includes(`id=${blocked}`)) return;
    for (const name of [
      "localStorage",
      "sessionStorage",
      "indexedDB",
      "caches",
      "BroadcastChannel",
    ])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("blocked in a test", "SecurityError");
        },
      });
  }, id);
}

const EIGHT: readonly Placed[] = [
  { id: "plain", query: "device=webgl" },
  { id: "sandboxed", query: "device=webgl", attributes: 'sandbox="allow-scripts"' },
  { id: "blocked", query: "device=webgl" },
  { id: "narrow", attributes: 'style="width: 320px"' },
  { id: "fifth" },
  { id: "sixth" },
  { id: "seventh" },
  { id: "eighth" },
];

test("of eight embeddings on a page each can be played, and one at a time holds a device", async ({
  host,
  page,
}) => {
  await beforeWorkers(page, HOLD_CONTEXTS);
  await blockStorage(page, "blocked");
  await host.open(EIGHT);
  expect(page.workers()).toEqual([]);
  let before: string | null = null;
  for (const { id } of EIGHT) {
    await host.button(id, "Play").click();
    await host.untilStep(id, 2);
    if (before !== null) await host.untilPhase(before, "released");
    await expect.poll(() => page.workers().length).toBe(1);
    expect(await liveContexts(page)).toBeLessThanOrEqual(1);
    before = id;
  }
  const width = await host.frame("narrow").evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(320);
  for (const { id } of EIGHT.slice(0, 7)) {
    const reading = await host.reading(id);
    expect(reading?.series.find(({ metric }) => metric === "loss")?.values.length).toBe(
      reading?.step,
    );
  }
});

test("an embedding that let its device go keeps its curve, and goes on from there", async ({
  host,
  page,
}) => {
  await host.open([{ id: "first" }, { id: "second", attributes: 'sandbox="allow-scripts"' }]);
  await host.button("first", "Play").click();
  await host.untilStep("first", 20);
  await host.button("second", "Play").click();
  await host.untilPhase("first", "released");
  await host.untilStep("second", 2);
  const before = await host.reading("first");
  await host.button("first", "Resume").click();
  await host.untilPhase("second", "released");
  await host.untilStep("first", (before?.step ?? 0) + 5);
  const loss = (await host.reading("first"))?.series.find(({ metric }) => metric === "loss");
  expect(loss?.steps).toEqual(loss?.steps.map((_, index) => index + 1));
  expect(loss?.values.slice(0, before?.step)).toEqual(
    before?.series.find(({ metric }) => metric === "loss")?.values,
  );
  expect(page.workers()).toHaveLength(1);
});

test("a host can play, hold, step, go to a step, load and reset, and is told how it goes", async ({
  host,
}) => {
  await host.open([{ id: "a" }]);
  await host.say("a", { type: "normscope:play", version: 1 });
  await host.untilStep("a", 3);
  await host.say("a", { type: "normscope:pause" });
  await host.untilPhase("a", "paused");
  await host.say("a", { type: "normscope:goto", step: 3 });
  await expect.poll(async () => (await host.reading("a"))?.step).toBe(3);
  await host.untilPhase("a", "paused");
  await host.say("a", { type: "normscope:step" });
  await expect.poll(async () => (await host.reading("a"))?.step).toBe(4);
  await host.say("a", { type: "normscope:jump" });
  await host.say("a", { type: "normscope:load", query: "preset=ordinary-rate&lanes=layer-norm" });
  await host.untilPhase("a", "ready");
  expect((await host.reading("a"))?.lanes).toHaveLength(1);
  const data = (await host.heard()).map((message) => message.data);
  const base = { version: 1, id: "a" };
  expect(data).toContainEqual({ ...base, type: "normscope:ready" });
  expect(data).toContainEqual(
    expect.objectContaining({ ...base, type: "normscope:state", phase: "running" }),
  );
  expect(data).toContainEqual(
    expect.objectContaining({ ...base, type: "normscope:event", name: "refused" }),
  );
});

test("a height is told in the three ways that hosts understand", async ({ host }) => {
  await host.open([{ id: "a" }]);
  const heights = async () =>
    (await host.heard()).flatMap(({ data }): unknown[] => {
      if (typeof data === "string") return [JSON.parse(data)];
      return typeof data === "object" && data !== null && "height" in data ? [data] : [];
    });
  await expect.poll(async () => (await heights()).length).toBeGreaterThanOrEqual(3);
  const tall = (await host.frame("a").locator(".embed").boundingBox())?.height ?? 0;
  const height = Math.ceil(tall);
  const all = await heights();
  expect(all).toContainEqual({ type: "normscope:resize", version: 1, id: "a", height });
  expect(all).toContainEqual({ subject: "lti.frameResize", height });
  expect(all).toContainEqual(expect.objectContaining({ context: "iframe.resize", height }));
});

test("an embedding out of sight rests, begins nothing, and goes on when it is seen", async ({
  host,
  page,
}) => {
  await host.open([{ id: "a" }], (frames) => `<p style="height: 3000px">Text</p>${frames}`);
  await host.say("a", { type: "normscope:play" });
  await expect
    .poll(async () =>
      (await host.heard()).some(({ data }) => JSON.stringify(data).includes("idle")),
    )
    .toBe(true);
  expect(page.workers()).toEqual([]);
  await page.evaluate(() => scrollTo(0, 3000));
  await host.untilStep("a", 2);
  await page.evaluate(() => scrollTo(0, 0));
  await host.untilPhase("a", "paused");
  await page.evaluate(() => scrollTo(0, 3000));
  await host.untilPhase("a", "running");
});

test("in a deck a figure starts with its slide and stops with it", async ({ lab, page }) => {
  await page.goto("/examples/slides.html");
  const small = "&device=wasm&lanes=layer-norm&translation.pairs=500&translation.tokensPerBatch=48";
  await page
    .locator("iframe")
    .evaluate((frame: HTMLIFrameElement, words) => (frame.src += words), small);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("button", { name: "Play", includeHidden: true })).toBeAttached();
  const deck = () => page.frames()[1]?.evaluate(() => window.normscope?.read().phase);
  await page.keyboard.press("ArrowRight");
  await expect(frame.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect.poll(deck).toBe("running");
  await page.keyboard.press("ArrowRight");
  await expect.poll(deck).toBe("paused");
  expect(lab.problems).toEqual([]);
});
