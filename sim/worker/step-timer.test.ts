import { expect, test } from "vitest";
import { StepTimer } from "./step-timer.ts";

test("the mean is what the steps of a report took, with what they waited for the device", () => {
  const timer = new StepTimer();
  timer.add(20, 1);
  timer.add(30, 1);
  timer.add(10, 0);
  expect(timer.spent).toBe(60);
  expect(timer.mean()).toBe(30);
  expect(timer.spent).toBe(0);
});

test("a jump in time is not counted, in a step or in a wait", () => {
  const timer = new StepTimer();
  timer.add(40, 1);
  timer.mean();
  timer.add(3_600_000, 1);
  timer.add(50, 1);
  timer.add(3_600_000, 0);
  expect(timer.mean()).toBe(50);
  timer.add(3_600_000, 1);
  expect(timer.mean()).toBe(50);
});

test("steps that are slow from the beginning are not taken for jumps", () => {
  const timer = new StepTimer();
  timer.add(9000, 1);
  expect(timer.mean()).toBe(9000);
  timer.add(12_000, 1);
  expect(timer.mean()).toBe(12_000);
});
