import { expect, it } from "vitest";
import type { Column } from "../contract/protocol.ts";
import { finalScores } from "./final-scores.ts";
import type { MeasuredTable } from "./final-scores.ts";

function table(
  columns: readonly Column[],
  rows: Readonly<Record<number, number[]>>,
): MeasuredTable {
  const steps = Object.keys(rows).map(Number);
  return {
    columns,
    steps,
    length: steps.length,
    values: (column) => Object.values(rows).map((row) => row[column] ?? Number.NaN),
  };
}

const training = [
  { kind: "loss", lane: "bn", on: "train" },
  { kind: "loss", lane: "ln", on: "train" },
] as const;
const heldOut = [
  { kind: "loss", lane: "bn", on: "held-out" },
  { kind: "loss", lane: "ln", on: "held-out" },
] as const;

const tables = {
  steps: table(training, { 38: [9, 9], 39: [2, 1], 40: [4, 3] }),
  "held-out": table(heldOut, { 20: [5, 5], 40: [1.23456789, 2] }),
  translated: table([], {}),
};

it("takes the mean of the last twentieth of training, and the last evaluation of the lane", () => {
  expect(finalScores(tables, { lane: "bn", steps: 40, hasDiverged: false })).toEqual([
    { name: "loss", on: "train", value: 3 },
    { name: "loss", on: "held-out", value: 1.23457 },
  ]);
});

it("gives a network that diverged no held-out score", () => {
  const [, last] = finalScores(tables, { lane: "ln", steps: 40, hasDiverged: true });
  expect(last?.value).toBeNull();
});
