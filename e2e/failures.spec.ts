import type { Page } from "@playwright/test";
import { expect, test as base, trainingLosses, unsound } from "./laboratory.ts";
import type { Laboratory } from "./laboratory.ts";
import {
  beforeWorkers,
  BREAKABLE_MEMORY,
  BREAKABLE_SHADERS,
  HOLD_CONTEXTS,
  livingWorker,
  NO_WEBGL,
  refuseWorkers,
} from "./workers.ts";

/** Two lanes so small that a step takes milliseconds. */
const SMALL_NETS =
  "steps=5000&evaluateEvery=1000&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=256";
const SMALL = `lanes=batch-norm,layer-norm&${SMALL_NETS}`;

/** Browsers say themselves that a context is lost or a file is missing; the journey is about what the page says. */
const test = base.extend<{ expected: RegExp }>({
  expected: [/(?!)/, { option: true }],
  lab: async ({ lab, expected }, use) => {
    await use(lab);
    const others = lab.problems.filter((problem) => !expected.test(problem));
    lab.problems.splice(0, Infinity, ...others);
  },
});

/** Every step from the first to the last was plotted once. */
async function expectEveryStep(lab: Laboratory): Promise<void> {
  const { series, step } = await lab.read();
  const every = Array.from({ length: step }, (_, i) => i + 1);
  for (const { steps } of trainingLosses(series)) expect(steps).toEqual(every);
}

/** The same, and every number is one. */
async function expectUnbroken(lab: Laboratory): Promise<void> {
  await expectEveryStep(lab);
  expect(unsound((await lab.read()).series)).toEqual([]);
}

function notice(page: Page, words: string | RegExp) {
  return page.locator(".notice").filter({ hasText: words });
}

/** The losses that a run without trouble has, of the same link. */
async function undisturbed(lab: Laboratory, query: string, steps: number) {
  await lab.open(query);
  await lab.play();
  await lab.untilStep(steps);
  return lab.firstLosses(steps);
}

/** Until a checkpoint lies on the page: there is one soon after the first ten steps. */
const PAST_A_CHECKPOINT = 40;

test("a lost graphics device is said, and the run goes on with every step there once", async ({
  lab,
  page,
}) => {
  const query = `${SMALL}&device=webgl`;
  await beforeWorkers(page, HOLD_CONTEXTS);
  const length = PAST_A_CHECKPOINT + 20;
  const calm = await undisturbed(lab, query, length);
  await lab.open(query);
  await lab.play();
  await lab.untilStep(PAST_A_CHECKPOINT);
  await livingWorker(page).evaluate(() => {
    const { contexts } = globalThis as unknown as { contexts: WebGL2RenderingContext[] };
    contexts.at(-1)?.getExtension("WEBGL_lose_context")?.loseContext();
  });
  await expect(notice(page, "took the graphics device away")).toContainText("went on from step");
  await lab.untilStep(length);
  await lab.pause();
  await expectUnbroken(lab);
  const losses = await lab.firstLosses(length);
  for (const [lane, values] of Object.entries(calm))
    values.forEach((loss, i) => expect(losses[lane]?.[i]).toBeCloseTo(loss, 2));
  expect((await lab.read()).device).toBe("webgl");
  await lab.button("Dismiss").click();
  await expect(notice(page, "took the graphics device away")).toHaveCount(0);
});

test("a worker that dies without a word is missed, and the run goes on where it was", async ({
  lab,
  page,
}) => {
  await page.clock.install();
  const calm = await undisturbed(lab, `${SMALL}&device=wasm`, 80);
  await lab.open(`${SMALL}&device=wasm`);
  await lab.play();
  await lab.untilStep(PAST_A_CHECKPOINT);
  await livingWorker(page).evaluate(() => self.close());
  await page.clock.runFor(31_000);
  await expect(notice(page, "fallen silent")).toContainText("went on from step");
  await lab.untilStep(80);
  await lab.pause();
  await expectUnbroken(lab);
  expect(await lab.firstLosses(80)).toEqual(calm);
});

test.describe("a worker that crashes", () => {
  test.use({ expected: /Failed to load resource|net::ERR/ });

  test("and cannot be replaced leaves a way on, which goes on from the same curve", async ({
    lab,
    page,
  }) => {
    await lab.open(`${SMALL}&device=wasm`);
    await lab.play();
    await lab.untilStep(PAST_A_CHECKPOINT);
    const readmit = await refuseWorkers(page);
    await livingWorker(page).evaluate(() => {
      setTimeout(() => {
        throw new Error("the worker crashed in a test");
      });
    });
    await expect(notice(page, "could not be loaded")).toContainText("can go on");
    await readmit();
    const { step } = await lab.read();
    await lab.button("Try again").click();
    await lab.untilStep(step + 10);
    await lab.pause();
    await expectUnbroken(lab);
  });
});

test("without WebGL the page trains on WebAssembly, and says what that means", async ({
  lab,
  page,
}) => {
  await beforeWorkers(page, NO_WEBGL);
  await lab.open(SMALL);
  await lab.step();
  expect((await lab.read()).device).toBe("wasm");
  await expect(notice(page, "WebGL")).toContainText("same numbers to rounding");
});

test.describe("without WebGL and WebAssembly", () => {
  test.use({ expected: /Failed to load resource|wasm|WebAssembly/i });

  test("the page trains in plain JavaScript, and says what that means", async ({ lab, page }) => {
    await beforeWorkers(page, NO_WEBGL);
    await page.route(/\.wasm$/, (route) => route.fulfill({ status: 404 }));
    await lab.open(SMALL);
    await lab.step();
    expect((await lab.read()).device).toBe("cpu");
    await expect(notice(page, "WebAssembly")).toContainText("many times slower");
  });
});

for (const [trouble, script, words] of [
  ["a shader that does not compile", BREAKABLE_SHADERS, "could not compile"],
  ["a device without memory", BREAKABLE_MEMORY, "out of memory"],
] as const)
  test(`${trouble} is said in a sentence, and the run continues on WebAssembly`, async ({
    lab,
    page,
  }) => {
    await beforeWorkers(page, script);
    // The first evaluation needs programs that no step has compiled.
    await lab.open(`${SMALL.replace("evaluateEvery=1000", "evaluateEvery=20")}&device=webgl`);
    await lab.play();
    await lab.untilStep(15);
    await livingWorker(page).evaluate(() => {
      Object.assign(globalThis, { broken: true });
    });
    await expect(page.getByRole("alert")).toContainText(words);
    await expect(lab.button("Try again")).toBeVisible();
    const { step } = await lab.read();
    await lab.button("Continue on WebAssembly").click();
    await lab.untilStep(step + 10);
    await lab.pause();
    await expectUnbroken(lab);
    expect((await lab.read()).device).toBe("wasm");
    expect(page.url()).toContain("device=wasm");
  });

test("a hidden tab rests and says so, and goes on when it is seen again", async ({ lab, page }) => {
  await lab.open(`${SMALL}&device=wasm`);
  await lab.play();
  await lab.untilStep(5);
  await setVisibility(page, "hidden");
  await expect(page).toHaveTitle(/^Paused · /);
  await expect(page.getByText("resting while this tab is hidden")).toBeVisible();
  const { phase } = await lab.read();
  expect(phase).toBe("paused");
  await setVisibility(page, "visible");
  await expect(page).not.toHaveTitle(/Paused/);
  const { step } = await lab.read();
  await lab.untilStep(step + 5);
  await lab.pause();
  await expectUnbroken(lab);
});

test("one step a second is one step a second, and the speed can be changed on the way", async ({
  lab,
}) => {
  await lab.open(`${SMALL}&device=wasm&speed=1`);
  const start = Date.now();
  await lab.play();
  await lab.untilStep(4);
  expect(Date.now() - start).toBeGreaterThan(2900);
  await lab.control("Speed").selectOption("as fast as it goes");
  await lab.untilStep(40, 30_000);
});

test("fifty steps back by keyboard: the curve ends there, is marked, and comes again as it was", async ({
  lab,
  page,
}) => {
  await lab.open(`${SMALL}&device=wasm`);
  await expect(lab.button("Back 50 steps")).toHaveAttribute("aria-disabled", "true");
  await lab.play();
  await lab.untilStep(70);
  await lab.pause();
  // Reports of steps that were taken before the pause may still be on their way.
  let before = 0;
  const isSettled = async (): Promise<boolean> => {
    const { step: now } = await lab.read();
    const same = now === before;
    before = now;
    return same;
  };
  await expect.poll(isSettled, { intervals: [500] }).toBe(true);
  const { step } = await lab.read();
  const first = await lab.firstLosses(step);
  await lab.button("Back 50 steps").focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await lab.read()).step).toBe(step - 50);
  expect((await lab.read()).phase).toBe("paused");
  await expectUnbroken(lab);
  await expect(page.locator(".line-chart-events path").first()).toBeAttached();
  await lab.play();
  await lab.untilStep(step);
  await lab.pause();
  expect(await lab.firstLosses(step)).toEqual(first);
});

test.describe("a lane that diverges", () => {
  const WILD = `${SMALL_NETS}&device=wasm&optimiser=sgd&learningRate=1&warmUp=0&schedule=constant&lanes=none,layer-norm`;

  test("says at which step and site it began, and goes back to before it", async ({
    lab,
    page,
  }) => {
    await lab.open(WILD);
    await lab.play();
    const lesson = notice(page, "diverged at step");
    await expect(lesson).toContainText(/diverged at step \d+.*(It began in|after the last)/);
    await lesson.getByRole("button", { name: /^Back to step \d+$/ }).click();
    await expect(lesson).toHaveCount(0);
    const { lanes, phase } = await lab.read();
    expect(phase).toBe("paused");
    expect(lanes.every(({ diverged }) => !diverged)).toBe(true);
    await expectEveryStep(lab);
  });

  test("goes on from before it at half the rate", async ({ lab, page }) => {
    await lab.open(WILD);
    await lab.play();
    const lesson = notice(page, "diverged at step");
    await lesson.getByRole("button", { name: /^From there on at rate 0.5$/ }).click();
    await expect(page).toHaveURL(/learningRate=0\.5/);
    await expect.poll(async () => (await lab.read()).phase).toBe("running");
  });

  test("is compared with PN from the start", async ({ lab, page }) => {
    await lab.open(WILD);
    await lab.play();
    const lesson = notice(page, "diverged at step");
    await lesson.getByRole("button", { name: "Compare with PN from the start" }).click();
    await expect
      .poll(async () => (await lab.read()).lanes.map(({ id }) => id))
      .toEqual(["none", "layer-norm", "power-norm"]);
    await lab.untilStep(3);
  });
});

async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((wanted) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: wanted });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}
