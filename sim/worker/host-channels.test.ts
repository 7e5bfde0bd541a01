import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { prepareDevices } from "../tensor/device.ts";
import { experiment, FakePage } from "./host.fixture.ts";

beforeAll(() => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
});

test("channels come of the newest step at once, then before the report of their steps, in the next run too, until nothing is watched", async () => {
  const page = new FakePage();
  const open = { type: "open", experiment, device: "wasm", engine: "fused", resume: null } as const;
  page.host.receive({ ...open, run: 1 });
  await page.until("ready", 1);
  const step = async (run: number, wanted: number): Promise<void> => {
    page.host.receive({ type: "pace", run, pace: { kind: "step" } });
    await page.until("report", run, (report) => report.step === wanted);
  };
  await step(1, 1);
  expect(page.said.some(({ type }) => type === "channels")).toBe(false);

  page.host.receive({ type: "watch", watch: { "batch-norm": "encoder final" } });
  const newest = await page.until("channels", 1);
  expect([...newest.rows.steps]).toEqual([1]);
  // Nothing was remembered before: µ is 0, σ² and ψ² are 1.
  expect(new Set(newest.rows.running)).toEqual(new Set([0, 1]));
  await step(1, 2);
  const types = page.said.map(({ type }) => type);
  expect(types.lastIndexOf("channels")).toBe(types.lastIndexOf("report") - 1);

  page.host.receive({ ...open, run: 2 });
  await page.until("ready", 2);
  await step(2, 1);
  const { rows } = await page.until("channels", 2);
  expect(rows.sites).toEqual([{ lane: "batch-norm", site: "encoder final", channels: 16 }]);
  expect([...rows.steps]).toEqual([1]);
  expect(rows.batch.length).toBe(3 * 16);

  page.host.receive({ type: "watch", watch: {} });
  await step(2, 2);
  expect(page.said.filter(({ type }) => type === "channels")).toHaveLength(3);
  page.host.receive({ type: "close", run: 2 });
});
