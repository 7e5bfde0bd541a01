import { describe, expect, it, vi } from "vitest";
import { opened, ready, report } from "../session/house.fixture.ts";
import { defineLesson } from "./define-lesson.ts";
import { enterStep } from "./enter-step.ts";

const nothing = {
  words: "",
  panels: [],
  controls: [],
  deed: { sentence: "Look.", isDone: () => true },
};

const lesson = defineLesson({
  id: "a-lesson",
  title: "Is it so?",
  minutes: 2,
  objectives: [],
  steps: [
    { ...nothing, id: "one", heading: "One", setup: "lanes=batch-norm&alpha=0.9&steps=50" },
    { ...nothing, id: "two", heading: "Two" },
    { ...nothing, id: "three", heading: "Three", setup: "lanes=batch-norm&alpha=0.99&steps=50" },
    { ...nothing, id: "four", heading: "Four", setup: "lanes=layer-norm&steps=50" },
  ],
});

const at = (step: number) => ({ lesson, step });

/** In step one, with ten steps taken. */
function underWay() {
  const house = opened("lanes=batch-norm&alpha=0.9&steps=50");
  enterStep(house.session, at(0), null, "");
  house.port().say(ready(1));
  house.session.play();
  house.port().say(report(1, 10));
  return house;
}

describe("going to another step", () => {
  it("without a setup of its own goes on with the run, and with what was turned in it", () => {
    const house = underWay();
    house.session.store.setState({ site: "first" });
    enterStep(house.session, at(1), at(0), "");
    expect(house.state().step).toBe(10);
    expect(house.state().site).toBe("first");
    expect(house.state().phase).toBe("running");
  });

  it("with another live setting begins a run of its own, at rest", () => {
    const house = underWay();
    enterStep(house.session, at(2), at(1), "");
    expect(house.state().experiment.tasks[0]?.training.alpha).toBe(0.99);
    expect([house.state().phase, house.state().step]).toEqual(["opening", 0]);
    expect(house.state().wantsToPlay).toBe(false);
    expect(house.session.series.table("steps").length).toBe(0);
  });

  it("with another network begins a run of its own", () => {
    vi.useFakeTimers();
    const house = underWay();
    enterStep(house.session, at(3), at(1), "");
    expect([house.state().phase, house.state().step]).toEqual(["opening", 0]);
    vi.runAllTimers();
    vi.useRealTimers();
    expect(house.port().types.at(-1)).toBe("open");
  });

  it("with the experiment that is at hand leaves the run as it is", () => {
    const house = underWay();
    enterStep(house.session, at(0), at(1), "");
    expect(house.state().step).toBe(10);
  });

  it("keeps the device that was chosen since, and takes what the visitor put into the address", () => {
    const house = underWay();
    house.session.store.setState({ deviceRequest: "cpu" });
    enterStep(house.session, at(3), at(0), "?lesson=a-lesson&step=4&seed=9");
    expect(house.state().deviceRequest).toBe("cpu");
    expect(house.state().experiment.seed).toBe(9);
    house.session.end();
  });
});
