import { expect, it } from "vitest";
import { estimateWords, slowStepWords } from "./slow-step-words.ts";

it("says an estimate to two digits, and that it is one", () => {
  expect(estimateWords(187.3)).toBe("about 190 ms a step (an estimate)");
  expect(estimateWords(12_345)).toBe("about 12.0 s a step (an estimate)");
});

it("says what a step takes, where, and what the run takes", () => {
  const words = slowStepWords({ milliseconds: 12_345, steps: 1000, device: "wasm" });
  expect(words).toContain("about 12.0 s a step (an estimate) on WebAssembly");
  expect(words).toContain("steps about 3 hours.");
  expect(slowStepWords({ milliseconds: 3000, steps: 20, device: "cpu" })).toContain(
    "its 20 steps about 1 minute.",
  );
});
