import { describe, expect, it } from "vitest";
import type { SiteSample } from "../../sim/contract/metric.ts";
import { ChannelStore } from "../session/channel-store.ts";
import { deviationOf, deviationText } from "./channel-deviation.ts";
import { channelWords } from "./channel-words.ts";

const sample: SiteSample = {
  channels: 2,
  batch: { mean: [1, 0], variance: [2, 0], "quadratic-mean": [3, 4] },
  running: { mean: [0, 0], variance: [4, 0], "quadratic-mean": [4, 2] },
};

describe("how far a channel strays", () => {
  it("is in running deviations for the mean, and relative to what is remembered for the others", () => {
    expect(deviationOf(sample, "mean", 0)).toBe(0.5);
    expect(deviationOf(sample, "variance", 0)).toBe(-0.5);
    expect(deviationOf(sample, "quadratic-mean", 0)).toBe(-0.25);
    expect(deviationOf(sample, "quadratic-mean", 1)).toBe(1);
  });

  it("is nothing for a dead channel, whose variance is nothing", () => {
    expect(deviationOf(sample, "mean", 1)).toBe(0);
    expect(deviationOf(sample, "variance", 1)).toBe(0);
  });

  it("is written with its sign and its unit", () => {
    expect(deviationText("mean", 0.25)).toBe("+0.25\u00a0σ");
    expect(deviationText("variance", -0.355)).toBe("−35.5\u00a0%");
    expect(deviationText("variance", 2)).toBe("+200\u00a0%");
  });
});

it("a channel is read out with both values, a step that nobody saw and a lane that diverged in words", () => {
  const store = new ChannelStore();
  store.watch({ bn: "a", ln: "a" });
  const sites = ["bn", "ln"].map((lane) => ({ lane, site: "a", channels: 1 }));
  store.append({
    sites,
    steps: Uint32Array.of(7),
    batch: Float32Array.of(0.5, 3, 3.25, NaN, NaN, NaN),
    running: Float64Array.of(0, 1, 1, NaN, NaN, NaN),
  });
  const at = (lane: string, step: number) =>
    channelWords(store, "variance", { lane, channel: 0, step });
  expect(at("bn", 7)).toBe("this batch’s σ² 3, running 1, +200\u00a0%.");
  expect(at("bn", 8)).toContain("nobody looked");
  expect(at("ln", 7)).toContain("diverged");
});
