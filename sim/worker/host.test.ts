import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { prepareDevices } from "../tensor/device.ts";
import { experiment, FakePage, translating } from "./host.fixture.ts";

beforeAll(() => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
});

test("a run opens, steps once when asked, runs to its end, and says so", async () => {
  const page = new FakePage();
  page.host.receive({
    type: "open",
    run: 1,
    experiment,
    device: "wasm",
    engine: "composed",
    resume: null,
  });
  const ready = await page.until("ready", 1);
  expect(ready.device).toMatchObject({ name: "wasm", engine: "composed" });
  expect(ready.lanes.map(({ id }) => id)).toEqual(["power-norm", "batch-norm"]);
  expect(ready.lanes[0]?.sites.map(({ id }) => id)).toEqual([
    "encoder 1 attention",
    "encoder 1 feed-forward",
    "encoder final",
  ]);
  page.host.receive({ type: "pace", run: 1, pace: { kind: "step" } });
  const first = await page.until("report", 1);
  expect(first.step).toBe(1);
  const table = first.rows.find(({ table }) => table === "steps");
  expect(table?.values.length).toBe(ready.columns.steps.length);
  expect(table?.values.every(Number.isFinite)).toBe(true);
  page.host.receive({ type: "pace", run: 1, pace: { kind: "run", stepsPerSecond: null } });
  const { step } = await page.until("finished", 1);
  expect(step).toBe(6);
  const steps = page.said.flatMap((message) =>
    message.type === "report"
      ? message.rows.flatMap(({ table, steps }) => (table === "steps" ? [...steps] : []))
      : [],
  );
  expect(steps).toEqual([1, 2, 3, 4, 5, 6]);
  page.host.receive({ type: "close", run: 1 });
});

test("a longer run goes on where the shorter one finished", async () => {
  const page = new FakePage();
  page.host.receive({
    type: "open",
    run: 1,
    experiment: { ...experiment, steps: 2 },
    device: "wasm",
    engine: "fused",
    resume: null,
  });
  await page.until("ready", 1);
  page.host.receive({ type: "pace", run: 1, pace: { kind: "run", stepsPerSecond: null } });
  await page.until("finished", 1);
  page.host.receive({ type: "tune", run: 1, experiment: { ...experiment, steps: 4 } });
  const { step } = await page.until("finished", 1, (message) => message.step > 2);
  expect(step).toBe(4);
  page.host.receive({ type: "close", run: 1 });
});

test("an evaluation is followed by translations, and a pause among them is kept until Play", async () => {
  const page = new FakePage();
  page.host.receive({
    type: "open",
    run: 1,
    experiment: translating,
    device: "wasm",
    engine: "fused",
    resume: null,
  });
  const { pairs } = await page.until("ready", 1);
  expect(pairs[0]).toHaveLength(5);
  page.whenSaid("report", ({ step }) => {
    if (step === 5) page.host.receive({ type: "pace", run: 1, pace: { kind: "pause" } });
  });
  page.host.receive({ type: "pace", run: 1, pace: { kind: "run", stepsPerSecond: null } });
  await page.until("report", 1, ({ step }) => step === 5);
  // Many more turns than there are words to say.
  for (let turn = 0; turn < 200; turn++) await new Promise((done) => setImmediate(done));
  expect(page.said.filter(({ type }) => type === "translations")).toEqual([]);
  page.host.receive({ type: "pace", run: 1, pace: { kind: "run", stepsPerSecond: null } });
  const said = await page.until("translations", 1);
  expect(said.step).toBe(5);
  expect(said.lanes.map(({ sentences }) => sentences?.length)).toEqual([5, 5]);
  await page.until("finished", 1);
  const steps = page.said.flatMap((message) =>
    message.type === "translations" ? [[message.step, message.rows.length]] : [],
  );
  expect(steps).toEqual([
    [5, 0],
    [6, 1],
  ]);
  page.host.receive({ type: "close", run: 1 });
});

test("a run that is closed among its translations says no more, and the next one opens", async () => {
  const page = new FakePage();
  page.host.receive({
    type: "open",
    run: 1,
    experiment: translating,
    device: "wasm",
    engine: "fused",
    resume: null,
  });
  await page.until("ready", 1);
  page.whenSaid("report", ({ step }) => {
    if (step === 5) page.host.receive({ type: "close", run: 1 });
  });
  page.host.receive({ type: "pace", run: 1, pace: { kind: "run", stepsPerSecond: null } });
  await page.until("report", 1, ({ step }) => step === 5);
  page.host.receive({
    type: "open",
    run: 2,
    experiment: translating,
    device: "wasm",
    engine: "fused",
    resume: null,
  });
  await page.until("ready", 2);
  expect(page.said.filter(({ type }) => type === "translations")).toEqual([]);
  page.host.receive({ type: "close", run: 2 });
});

test("a newer run takes the place of an older one, which is heard no more", async () => {
  const page = new FakePage();
  page.host.receive({
    type: "open",
    run: 1,
    experiment,
    device: "wasm",
    engine: "fused",
    resume: null,
  });
  await page.until("ready", 1);
  page.host.receive({ type: "pace", run: 1, pace: { kind: "run", stepsPerSecond: null } });
  page.host.receive({
    type: "open",
    run: 2,
    experiment,
    device: "wasm",
    engine: "fused",
    resume: null,
  });
  await page.until("ready", 2);
  const heard = page.said.length;
  page.host.receive({ type: "pace", run: 1, pace: { kind: "step" } });
  page.host.receive({ type: "pace", run: 2, pace: { kind: "step" } });
  await page.until("report", 2);
  expect(page.said.slice(heard).every(({ run }) => run === 2)).toBe(true);
  page.host.receive({ type: "close", run: 2 });
});

test("a device that is not here is refused with a sentence, and the next opening works", async () => {
  const page = new FakePage();
  page.host.receive({
    type: "open",
    run: 1,
    experiment,
    device: "webgl",
    engine: "fused",
    resume: null,
  });
  const { code, detail } = await page.until("failed", 1);
  expect(code).toBe("device");
  expect(detail).toContain("WebGL");
  page.said.splice(0);
  page.host.receive({
    type: "open",
    run: 2,
    experiment,
    device: "wasm",
    engine: "fused",
    resume: null,
  });
  await page.until("ready", 2);
  page.host.receive({ type: "close", run: 2 });
});
