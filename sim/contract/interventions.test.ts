import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import { printInterventions, readInterventions } from "./interventions-text.ts";
import { byHandAt, LAST_STEP, withIntervention, withoutMore } from "./interventions.ts";
import type { Intervention } from "./interventions.ts";
import { parseExperiment, printExperiment, withWorkload } from "./parse-experiment.ts";

function read(text: string, hasThemes = true) {
  const ignored: string[] = [];
  return { list: readInterventions(text, hasThemes, ignored), ignored };
}

const steps = fc
  .tuple(fc.integer({ min: 1, max: LAST_STEP }), fc.integer({ min: 0, max: 500 }))
  .map(([from, more]) => ({ from, to: Math.min(LAST_STEP, from + more) }));

const anyOne: fc.Arbitrary<Intervention> = fc.oneof(
  fc
    .tuple(steps, fc.integer({ min: 2, max: 1000 }))
    .map(([{ from }, times]) => ({ kind: "outlier" as const, from, to: from, times })),
  fc
    .tuple(steps, fc.integer({ min: 1, max: 2048 }))
    .map(([stretch, room]) => ({ kind: "shrink" as const, ...stretch, room })),
  fc
    .tuple(steps, fc.constantFrom("topic" as const, "freeze" as const, "evaluate" as const))
    .map(([stretch, kind]) => ({ kind, ...stretch })),
);

/** As a page makes them: one after the other, each from some step on. */
const anyList = fc
  .array(anyOne, { maxLength: 20 })
  .map((wanted) => wanted.reduce((list, one) => withIntervention(list, one, one.from - 1), NONE));
const NONE: readonly Intervention[] = [];

test("what is printed is read back, without a complaint", () => {
  fc.assert(
    fc.property(anyList, (list) => {
      expect(read(printInterventions(list))).toEqual({ list, ignored: [] });
    }),
  );
});

test("a link says them in one word, and a whole experiment keeps them", () => {
  const words = "outlier@120x10,topic@200-260,shrink@300-340:16,freeze@400-450,evaluate@500";
  const query = `seed=3&do=${words}`;
  const { experiment, preset, ignored } = parseExperiment(new URLSearchParams(query), catalogue);
  expect(ignored).toEqual([]);
  expect(experiment.interventions).toHaveLength(5);
  expect(printExperiment(experiment, preset, catalogue)).toEqual([
    ["seed", "3"],
    ["do", words],
  ]);
});

test.each([
  ["dance@5", "expected something like outlier@120x10"],
  ["outlier@5", "expected something like"],
  ["outlier@5-9x3", "expected something like"],
  ["freeze@5x3", "expected something like"],
  ["freeze@0-5", "steps are counted from 1 to 20000"],
  ["freeze@5-20001", "steps are counted from 1 to 20000"],
  ["freeze@9-5", "it ends before it begins"],
  ["outlier@5x1", "a batch is multiplied by 2 to 1000"],
  ["shrink@5-9:0", "a batch has room for 1 to 2048"],
  ["freeze@1-9,freeze@9-12", "it overlaps with freeze@1-9"],
  ["topic@5-9", "these data have no topics or classes to keep to"],
])("%s is answered with a sentence", (word, sentence) => {
  const { ignored } = read(word, false);
  expect(ignored).toEqual([expect.stringContaining(sentence)]);
});

test("any word at all is a list, or a sentence, and never an error", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]+@[0-9x:-]+$/)), (word) => {
      const { list, ignored } = read(word);
      const words = word.split(",").filter((part) => part !== "");
      expect(list.length + ignored.length).toBe(words.length);
    }),
  );
});

test("no two of one kind ever hold the same step, and an ordinary step has nothing done to it", () => {
  fc.assert(
    fc.property(anyList, fc.integer({ min: 1, max: LAST_STEP }), (list, step) => {
      const held = list.filter(({ from, to }) => from <= step && step <= to);
      expect(new Set(held.map(({ kind }) => kind)).size).toBe(held.length);
      const { times, theme, room, freezes, evaluates } = byHandAt(list, step);
      const done = [times !== 1, theme !== null, room !== null, freezes, evaluates];
      expect(done.filter(Boolean)).toHaveLength(held.length);
    }),
  );
});

test("one that comes while another of its kind holds begins after it, and ends before the next", () => {
  const freeze = (from: number, to: number): Intervention => ({ kind: "freeze", from, to });
  const list = [freeze(5, 9), freeze(20, 30)];
  expect(withIntervention(list, freeze(1, 50), 6)).toEqual([
    freeze(5, 9),
    freeze(10, 19),
    freeze(20, 30),
  ]);
  expect(withIntervention(list, freeze(1, 50), LAST_STEP)).toBe(list);
});

test("to end one keeps what it has done, and takes out one that has not begun", () => {
  const [past, later]: Intervention[] = [
    { kind: "freeze", from: 5, to: 30 },
    { kind: "evaluate", from: 40, to: 50 },
  ];
  if (!past || !later) throw new Error("there are two");
  expect(withoutMore([past, later], past, 12)).toEqual([{ ...past, to: 12 }, later]);
  expect(withoutMore([past, later], later, 12)).toEqual([past]);
});

test("another thing to learn keeps them, but for topics where there are none", () => {
  const query = "do=topic@5-9,freeze@5-9";
  const { experiment } = parseExperiment(new URLSearchParams(query), catalogue);
  const kinds = (workload: string) =>
    withWorkload(experiment, 0, workload, catalogue).interventions.map(({ kind }) => kind);
  expect(kinds("images")).toEqual(["topic", "freeze"]);
  expect(kinds("own-language")).toEqual(["freeze"]);
});
