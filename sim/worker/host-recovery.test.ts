import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Checkpoint } from "../contract/checkpoint.ts";
import type { Experiment } from "../contract/experiment.ts";
import { noted } from "../contract/settings-log.ts";
import type { SettingsLog } from "../contract/settings-log.ts";
import { prepareDevices } from "../tensor/device.ts";
import { experiment, FakePage } from "./host.fixture.ts";

const LONG: Experiment = { ...experiment, steps: 70, evaluateEvery: 1000 };

beforeAll(() => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
});

/** Every number that was reported of each step, by step. A step said twice is a mistake unless it was taken back. */
function valuesByStep(page: FakePage): Map<number, number[]> {
  const values = new Map<number, number[]>();
  for (const message of page.said) {
    if (message.type === "rewound")
      for (const step of values.keys()) if (step > message.step) values.delete(step);
    if (message.type !== "report") continue;
    for (const { table, steps, values: block } of message.rows) {
      if (table !== "steps") continue;
      const width = block.length / steps.length;
      steps.forEach((step, row) => {
        expect(values.has(step)).toBe(false);
        values.set(step, [...block.subarray(row * width, (row + 1) * width)]);
      });
    }
  }
  return values;
}

function withRate(from: Experiment, learningRate: number): Experiment {
  return {
    ...from,
    tasks: from.tasks.map((task) => ({ ...task, training: { ...task.training, learningRate } })),
  };
}

async function opened(run = 1): Promise<FakePage> {
  const page = new FakePage();
  page.host.receive({
    type: "open",
    run,
    experiment: LONG,
    device: "wasm",
    engine: "fused",
    resume: null,
  });
  await page.until("ready", run);
  return page;
}

function play(page: FakePage, run = 1): void {
  page.host.receive({ type: "pace", run, pace: { kind: "run", stepsPerSecond: null } });
}

test("fifty steps back and once more: the same numbers, bit by bit, settings that were turned on the way included", async () => {
  const page = await opened();
  play(page);
  await page.until("report", 1, ({ step }) => step >= 8);
  page.host.receive({ type: "tune", run: 1, experiment: withRate(LONG, 0.001) });
  await page.until("finished", 1);
  const first = valuesByStep(page);
  page.host.receive({ type: "rewind", run: 1, to: 20 });
  const { step } = await page.until("rewound", 1);
  expect(step).toBe(20);
  play(page);
  await page.until("report", 1, (message) => message.step === 70 && isAfterRewind(page, message));
  expect(valuesByStep(page)).toEqual(first);
  page.host.receive({ type: "close", run: 1 });
});

test("a run goes on in another worker from what the page was given, and takes the steps since then again as they were", async () => {
  const whole = await opened();
  play(whole);
  await whole.until("finished", 1);
  const numbers = valuesByStep(whole);

  const page = await opened();
  play(page);
  const { checkpoint } = await page.until("checkpoint", 1);
  const { step: seen } = await page.until("report", 1, ({ step }) => step > checkpoint.step);
  page.host.receive({ type: "close", run: 1 });

  const other = new FakePage();
  const settings = [{ after: 0, experiment: LONG }];
  const resume = { checkpoint, settings, until: seen, device: "wasm" as const };
  other.host.receive({
    type: "open",
    run: 2,
    experiment: LONG,
    device: "auto",
    engine: "fused",
    resume,
  });
  const { step, device } = await other.until("ready", 2);
  expect(step).toBe(checkpoint.step);
  expect(device).toMatchObject({ name: "wasm", standIn: false });
  // It comes back to where it was though nobody plays, and no further.
  await other.until("report", 2, (message) => message.step === seen);
  play(other, 2);
  await other.until("finished", 2);
  const after = valuesByStep(other);
  expect([...after.keys()]).toEqual([...numbers.keys()].filter((key) => key > checkpoint.step));
  for (const [key, values] of after) expect(values).toEqual(numbers.get(key));
  other.host.receive({ type: "close", run: 2 });
});

test("a run that goes back takes the settings of now along, and says so", async () => {
  const page = await opened();
  play(page);
  await page.until("report", 1, ({ step }) => step >= 20);
  page.host.receive({ type: "pace", run: 1, pace: { kind: "pause" } });
  page.host.receive({ type: "tune", run: 1, experiment: withRate(LONG, 0.5) });
  page.host.receive({ type: "rewind", run: 1, to: 5 });
  page.host.receive({ type: "tune", run: 1, experiment: withRate(LONG, 0.25) });
  await page.until("rewound", 1);
  const { experiment: held } = await page.until("tuned", 1, ({ after }) => after === 5);
  expect(held.tasks[0]?.training.learningRate).toBe(0.25);
  page.host.receive({ type: "close", run: 1 });
});

test("what is done by hand begins at the next step, is told, and comes again after a way back and in another worker", async () => {
  const page = await opened();
  play(page);
  await page.until("report", 1, ({ step }) => step >= 8);
  const outlier = { kind: "outlier", from: 1, to: 1, times: 10 } as const;
  const freeze = { kind: "freeze", from: 1, to: 30 } as const;
  for (const intervention of [outlier, freeze])
    page.host.receive({ type: "intervene", run: 1, how: "begin", intervention });
  // Settings of a page that has not heard yet leave them as they are.
  page.host.receive({ type: "tune", run: 1, experiment: withRate(LONG, 0.001) });
  const { after, experiment: held } = await page.until(
    "tuned",
    1,
    ({ experiment: { tasks } }) => tasks[0]?.training.learningRate === 0.001,
  );
  expect(held.interventions).toEqual([
    { ...outlier, from: after + 1, to: after + 1 },
    { ...freeze, from: after + 1, to: after + 30 },
  ]);
  await page.until("report", 1, ({ step }) => step >= after + 5);
  page.host.receive({
    type: "intervene",
    run: 1,
    how: "end",
    intervention: { ...freeze, from: after + 1 },
  });
  await page.until("finished", 1);
  const first = valuesByStep(page);
  const settings = page.said.flatMap((message) =>
    message.type === "tuned" ? [{ after: message.after, experiment: message.experiment }] : [],
  );
  page.host.receive({ type: "rewind", run: 1, to: 5 });
  const { checkpoint } = await page.until("rewound", 1);
  play(page);
  await page.until("report", 1, (message) => message.step === 70 && isAfterRewind(page, message));
  const ended = page.said.findLast(({ type }) => type === "tuned");
  // A rate is as it stands now; what was done by hand has its own steps.
  expect(ended).toMatchObject({
    experiment: { interventions: settings.at(-1)?.experiment.interventions },
  });
  page.host.receive({ type: "close", run: 1 });

  const other = new FakePage();
  const log = [{ after: 0, experiment: LONG }, ...settings].reduce<SettingsLog>(noted, []);
  const resume = { checkpoint, settings: log, until: 70, device: "wasm" as const };
  other.host.receive({
    type: "open",
    run: 2,
    experiment: settings.at(-1)?.experiment ?? LONG,
    device: "auto",
    engine: "fused",
    resume,
  });
  await other.until("report", 2, ({ step }) => step === 70);
  for (const [step, values] of valuesByStep(other)) expect(values).toEqual(first.get(step));
  other.host.receive({ type: "close", run: 2 });
});

test("a run that cannot go on where it was goes on elsewhere, and says why", async () => {
  const page = new FakePage();
  const settings = [{ after: 0, experiment: LONG }];
  const nothing: Checkpoint | null = null;
  const resume = { checkpoint: nothing, settings, until: 3, device: "webgl" as const };
  page.host.receive({
    type: "open",
    run: 1,
    experiment: LONG,
    device: "auto",
    engine: "fused",
    resume,
  });
  const { device } = await page.until("ready", 1);
  expect(device).toMatchObject({ name: "wasm", standIn: true });
  expect(device.reason).toContain("WebGL");
  await page.until("report", 1, ({ step }) => step === 3);
  page.host.receive({ type: "close", run: 1 });
});

function isAfterRewind(page: FakePage, message: object): boolean {
  const at = page.said.findIndex((other) => other === message);
  return at > page.said.findIndex(({ type }) => type === "rewound");
}
