import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { settingsOf } from "../../sim/contract/settings.ts";
import { readAddress } from "../store/url.ts";
import { lessons } from "./all-lessons.ts";
import { setupOf } from "./define-lesson.ts";
import { answersOf, linksIn, pointsIn, turnsIn } from "./links.fixture.ts";

const steps = lessons.flatMap((lesson) =>
  lesson.steps.map((step, place) => ({ name: `${lesson.id}, ${step.id}`, lesson, step, place })),
);

describe("a lesson", () => {
  it("has a name of its own", () => {
    const ids = lessons.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    "%s asks in its title, takes two to four minutes, and asks for a prediction",
    (_, { title, minutes, steps, objectives }) => {
      expect(title).toMatch(/\?$/);
      expect(minutes).toBeGreaterThanOrEqual(2);
      expect(minutes).toBeLessThanOrEqual(4);
      expect(objectives.length).toBeGreaterThan(0);
      expect(steps.some(({ ask }) => ask !== undefined && ask.kind !== "question")).toBe(true);
    },
  );
});

describe("a step of a lesson", () => {
  it.each(steps)("$name sets up an experiment that is read without complaint", (at) => {
    expect(readAddress(setupOf(at.lesson, at.place), catalogue).complaints).toEqual([]);
  });

  it.each(steps)("$name hands out only settings that its experiment has", (at) => {
    const { experiment } = readAddress(setupOf(at.lesson, at.place), catalogue);
    const keys = settingsOf(experiment, catalogue).map(({ key }) => key);
    const named = at.step.controls.flatMap((control) =>
      control.startsWith("setting:") ? [control.slice("setting:".length)] : [],
    );
    const all = [...named, ...turnsIn(at.step)];
    expect(all.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it.each(steps)("$name links only to experiments that are read without complaint", (at) => {
    const complaints = linksIn(at.step).flatMap(
      (query) => readAddress(query, catalogue).complaints,
    );
    expect(complaints).toEqual([]);
  });

  it.each(steps)("$name points only at panels that are there when it is said", (at) => {
    const { words, panels, ask, id } = at.step;
    expect(pointsIn([words]).filter((panel) => !panels.includes(panel))).toEqual([]);
    const measuredIn = at.lesson.steps.find(({ reveals }) => reveals === id);
    const said = ask?.kind === "question" ? at.step : measuredIn;
    const there = said?.panels ?? [];
    expect(pointsIn(answersOf(at.step)).filter((panel) => !there.includes(panel))).toEqual([]);
  });

  it.each(steps.filter(({ step }) => step.ask && step.ask.kind !== "question"))(
    "$name has a later step in which its prediction is measured",
    ({ lesson, step }) => {
      expect(lesson.steps.some(({ reveals }) => reveals === step.id)).toBe(true);
    },
  );

  it.each(steps)("$name holds no two options of one name", (at) => {
    const { ask } = at.step;
    const ids = ask && ask.kind !== "drawing" ? ask.options.map(({ id }) => id) : [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(steps.filter(({ step }) => step.ask?.kind === "question"))(
    "$name has one answer that is right, and something to say to every other",
    ({ step: { ask } }) => {
      const options = ask?.kind === "question" ? ask.options : [];
      expect(options.filter(({ isRight }) => isRight)).toHaveLength(1);
      expect(options.every(({ answer }) => answer !== "" && answer !== null)).toBe(true);
    },
  );
});
