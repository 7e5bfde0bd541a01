import { expect, test } from "vitest";
import type { Checkpoint } from "../contract/checkpoint.ts";
import { CheckpointRing } from "./checkpoint-ring.ts";

function at(step: number, numbers = new Float32Array(1)): Checkpoint {
  const lane = { lane: "bn", parts: [], numbers, running: new Float64Array(0), diverged: false };
  return { step, lanes: [lane] };
}

function filled(until: number, every = 10): CheckpointRing {
  const ring = new CheckpointRing();
  for (let step = 0; step <= until; step += every) ring.add(at(step));
  return ring;
}

test("the start and the newest are always kept, and never more than sixteen", () => {
  for (const until of [0, 10, 150, 1000, 20_000]) {
    const { steps } = filled(until);
    expect(steps.length).toBeLessThanOrEqual(16);
    expect([steps[0], steps.at(-1)]).toEqual([0, until]);
  }
});

test("fifty steps back are never more than ten steps from a checkpoint before them, however long the run", () => {
  const ring = new CheckpointRing();
  for (let step = 0; step <= 20_000; step += 10) {
    ring.add(at(step));
    const target = Math.max(0, step - 50);
    expect(target - (ring.before(target)?.step ?? -Infinity)).toBeLessThanOrEqual(10);
  }
});

test("any step of the run lies after a checkpoint, and not further from it than from the present", () => {
  const ring = filled(5000);
  for (let target = 0; target <= 4950; target += 10) {
    const from = ring.before(target)?.step ?? -Infinity;
    expect(target - from).toBeLessThan(5000 - target);
  }
});

test("large checkpoints are kept within 128 MiB", () => {
  const ring = new CheckpointRing();
  const numbers = new Float32Array(4 * 2 ** 20); // 16 MiB
  for (let step = 0; step <= 500; step += 10) ring.add(at(step, numbers));
  expect(ring.steps).toHaveLength(8);
});

test("what came after the step that one went back to is forgotten", () => {
  const ring = filled(100);
  ring.forgetAfter(55);
  expect(ring.newest?.step).toBe(50);
  ring.add(at(52));
  expect(ring.steps.slice(-2)).toEqual([50, 52]);
});
