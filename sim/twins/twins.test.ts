import { expect, test } from "vitest";
import { interpretedEngine } from "../plan/interpreted-engine.fixture.ts";
import { compareTwins } from "./compare-twins.ts";
import { elementCases } from "./element-cases.ts";
import { methodCases } from "./method-cases.ts";
import { networkCases } from "./network-cases.ts";

const TOLERANCE = 1e-5;

test.each([
  { group: "element-wise operation", cases: elementCases },
  { group: "part of a network", cases: networkCases },
  { group: "optimiser and PowerNorm", cases: methodCases },
])("every $group is recorded as what it computes, forward and backward", async ({ cases }) => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  const answers = await compareTwins(cases, interpretedEngine(), ["cpu"]);
  expect(answers).toHaveLength(cases.length);
  expect(answers.filter(({ error }) => !(error <= TOLERANCE))).toEqual([]);
});
