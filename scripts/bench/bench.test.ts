import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appendHistory, HISTORY, lastResult, regressions } from "./history.mjs";
import type { BenchResult, PastResult } from "./history.mjs";
import { compareEngines, costOf, quantile } from "./windows.mjs";

const BEFORE = {
  draws: 100,
  uploads: 10,
  downloads: 3,
  textureBytes: 4000,
  reports: 2,
  played: 0,
  lastReport: 0,
  step: 5,
  tensors: 170,
};
/** Ten steps later, in five reports. */
const AFTER = {
  draws: 4100,
  uploads: 50,
  downloads: 8,
  textureBytes: 4096,
  reports: 7,
  played: 1000,
  lastReport: 3000,
  step: 15,
  tensors: 177,
};

function result(drawsPerStep: number, device = "webgl"): BenchResult {
  const cost = { ...costOf(BEFORE, AFTER, 300, 4), drawsPerStep };
  const page = { device, longestTaskMilliseconds: 9, longTasks: 0, p95FrameMilliseconds: 17 };
  return {
    commit: "abc1234",
    device,
    experiments: { "paper-order": compareEngines({ fused: [cost], composed: [cost] }) },
    load: {
      pageKilobytes: 117,
      workerKilobytes: 184,
      wasmKilobytes: 137,
      secondsToReady: 4,
      secondsToFirstPoint: 0.5,
    },
    page,
    pageOnDevice: page,
  };
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "normscope-bench-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a cost is what was counted, by the step, the lane or the report", () => {
  expect(costOf(BEFORE, AFTER, 300, 4)).toEqual({
    drawsPerStep: 400,
    drawsPerLaneStep: 100,
    uploadsPerStep: 4,
    downloadsPerReport: 1,
    jsMillisecondsPerStep: 30,
    wallMillisecondsPerStep: 200,
    tensors: 177,
    textureBytes: 4096,
  });
});

test("a window in which no step was reported is refused, and divided by nothing", () => {
  expect(() => costOf(AFTER, AFTER, 300, 4)).toThrow("no step was reported");
});

test("engines are compared by their medians, and not at all where the other has nothing", () => {
  const cost = { ...costOf(BEFORE, AFTER, 300, 4), uploadsPerStep: 0 };
  const fused = [90, 100, 900].map((drawsPerStep) => ({ ...cost, drawsPerStep }));
  const composed = [380, 400, 420, 440].map((drawsPerStep) => ({ ...cost, drawsPerStep }));
  const engines = compareEngines({ fused, composed });
  expect(engines.fused.drawsPerStep).toBe(100);
  expect(engines.composed.drawsPerStep).toBe(410);
  expect(engines.ratio.drawsPerStep).toBeCloseTo(100 / 410);
  expect(engines.ratio.uploadsPerStep).toBeNull();
});

test("a quantile is a value that was seen", () => {
  const values = Array.from({ length: 20 }, (_, i) => i + 1);
  expect(quantile(values, 0.95)).toBe(19);
  expect(quantile([7], 0.95)).toBe(7);
});

test("history gives back the last result on the same device", () => {
  const file = join(folder, "history.jsonl");
  expect(lastResult("webgl", file)).toBeNull();
  appendHistory(result(500), "first", file);
  appendHistory(result(400), "second", file);
  appendHistory(result(0, "wasm"), "another device", file);
  expect(lastResult("webgl", file)).toMatchObject({ note: "second", commit: "abc1234" });
  expect(lastResult("webgl", file)?.experiments["paper-order"]).toEqual(
    result(400).experiments["paper-order"],
  );
});

test("a count that grew is said with what it was, and one that wavers or fell is not", () => {
  const [sentence, ...others] = regressions(result(500), result(400));
  expect(sentence).toBe("paper-order, fused: drawsPerStep was 400.0 at abc1234, and is 500.0.");
  expect(others).toHaveLength(1);
  expect(regressions(result(404), result(400))).toEqual([]);
  expect(regressions(result(300), result(400))).toEqual([]);
  expect(regressions(result(300), null)).toEqual([]);
});

test("every line of the history kept here is a result, with its date and what it is", () => {
  const lines = readFileSync(HISTORY, "utf8").trim().split("\n");
  const kept = lines.map((line): PastResult => JSON.parse(line));
  const keys = Object.keys({ date: "", note: "", ...result(1) });
  for (const past of kept) {
    expect(Object.keys(past)).toEqual(expect.arrayContaining(keys));
    expect(regressions(past, past)).toEqual([]);
  }
});
