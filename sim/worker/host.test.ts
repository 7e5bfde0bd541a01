import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import type { FromSim } from "../contract/protocol.ts";
import { prepareDevices } from "../tensor/device.ts";
import { Host } from "./host.ts";

const QUERY =
  "steps=6&lanes=power-norm,batch-norm&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=256&translation.heldOut=64&translation.bleuPairs=16";
const translating = parseExperiment(
  new URLSearchParams(`${QUERY}&evaluateEvery=5`),
  catalogue,
).experiment;
const { experiment } = parseExperiment(new URLSearchParams(QUERY), catalogue);

beforeAll(() => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
});

/** A page's end of the hatch: keeps what was said, and waits for a kind of message. */
class FakePage {
  readonly said: FromSim[] = [];
  readonly host: Host;
  #waiting: (() => void)[] = [];
  #heard: (message: FromSim) => void = () => {};

  constructor() {
    this.host = new Host({
      catalogue,
      post: (message) => {
        this.said.push(message);
        this.#heard(message);
        for (const wake of this.#waiting.splice(0)) wake();
      },
      now: () => performance.now(),
      nextTurn: () => new Promise((done) => setImmediate(done)),
      wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    });
  }

  /** Does something at the very moment at which a kind of message is said. */
  whenSaid<Type extends FromSim["type"]>(
    type: Type,
    act: (message: Extract<FromSim, { type: Type }>) => void,
  ): void {
    this.#heard = (message) => {
      if (message.type === type) act(message as Extract<FromSim, { type: Type }>);
    };
  }

  async until<Type extends FromSim["type"]>(
    type: Type,
    run: number,
    fits: (message: Extract<FromSim, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<FromSim, { type: Type }>> {
    for (;;) {
      const failed = this.said.find((message) => message.type === "failed" && type !== "failed");
      if (failed) throw new Error(JSON.stringify(failed));
      const found = this.said.find(
        (message): message is Extract<FromSim, { type: Type }> =>
          message.type === type && message.run === run && fits(message as never),
      );
      if (found) return found;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }
}

test("a run opens, steps once when asked, runs to its end, and says so", async () => {
  const page = new FakePage();
  page.host.receive({ type: "open", run: 1, experiment, device: "wasm", engine: "composed" });
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
  });
  await page.until("ready", 2);
  expect(page.said.filter(({ type }) => type === "translations")).toEqual([]);
  page.host.receive({ type: "close", run: 2 });
});

test("a newer run takes the place of an older one, which is heard no more", async () => {
  const page = new FakePage();
  page.host.receive({ type: "open", run: 1, experiment, device: "wasm", engine: "fused" });
  await page.until("ready", 1);
  page.host.receive({ type: "pace", run: 1, pace: { kind: "run", stepsPerSecond: null } });
  page.host.receive({ type: "open", run: 2, experiment, device: "wasm", engine: "fused" });
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
  page.host.receive({ type: "open", run: 1, experiment, device: "webgl", engine: "fused" });
  const { code, detail } = await page.until("failed", 1);
  expect(code).toBe("device");
  expect(detail).toContain("webgl");
  page.said.splice(0);
  page.host.receive({ type: "open", run: 2, experiment, device: "wasm", engine: "fused" });
  await page.until("ready", 2);
  page.host.receive({ type: "close", run: 2 });
});
