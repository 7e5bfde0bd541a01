import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import type { Checkpoint } from "../../sim/contract/checkpoint.ts";
import { readAddress } from "../store/url.ts";
import { Keepsake } from "./keepsake.ts";

const { experiment } = readAddress("", catalogue);

/** A checkpoint of a network with so many numbers. */
function checkpoint(step: number, numbers = 4): Checkpoint {
  const lane = { lane: "bn", parts: [], running: new Float64Array(0), diverged: false };
  return { step, lanes: [{ ...lane, numbers: new Float32Array(numbers) }] };
}

function kept(steps: readonly number[], numbers?: number): Keepsake {
  const keepsake = new Keepsake();
  keepsake.begin(experiment);
  for (const step of steps)
    keepsake.hear({ type: "checkpoint", run: 1, checkpoint: checkpoint(step, numbers) });
  return keepsake;
}

describe("what the page keeps of a run", () => {
  it("goes on from the newest, and takes a step once more from the one before it", () => {
    const keepsake = kept([10, 20, 30]);
    expect(keepsake.resumption(35, "wasm").checkpoint?.step).toBe(30);
    expect(keepsake.before(30).checkpoint?.step).toBe(20);
    expect(keepsake.before(31).checkpoint?.step).toBe(30);
    expect(keepsake.before(10).checkpoint).toBeNull();
  });

  it("spreads a few over a long run", () => {
    const keepsake = kept(Array.from({ length: 100 }, (_, i) => 10 * (i + 1)));
    const reached = [100, 300, 500, 700, 900].map(
      (step) => step - (keepsake.before(step).checkpoint?.step ?? 0),
    );
    expect(Math.max(...reached)).toBeLessThan(350);
    expect(keepsake.resumption(0, null).checkpoint?.step).toBe(1000);
  });

  it("keeps only the newest of a network that is large", () => {
    const keepsake = kept([10, 20, 30], 2 ** 24);
    expect(keepsake.before(30).checkpoint).toBeNull();
    expect(keepsake.before(40).checkpoint?.step).toBe(30);
  });

  it("forgets what came after a step that was gone back to", () => {
    const keepsake = kept([10, 20, 30]);
    keepsake.hear({ type: "rewound", run: 1, step: 25, checkpoint: checkpoint(20) });
    expect(keepsake.before(99).checkpoint?.step).toBe(20);
  });
});
