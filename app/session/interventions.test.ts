import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import type { Intervention } from "../../sim/contract/interventions.ts";
import { printAddress } from "../store/url.ts";
import { change, opened, ready, report } from "./house.fixture.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const FREEZE: Intervention = { kind: "freeze", from: 8, to: 57 };

function running(query = "") {
  const house = opened(query);
  house.port().say(ready(1));
  house.session.play();
  house.port().say(report(1, 5));
  return house;
}

/** The worker was further than the page knew. */
function tuned(house: ReturnType<typeof opened>, interventions: readonly Intervention[]): void {
  const { experiment } = house.state();
  house
    .port()
    .say({ type: "tuned", run: 1, after: 7, experiment: { ...experiment, interventions } });
}

it("asks the worker, and has in its link what the worker says, without opening the run anew", () => {
  const house = running();
  house.session.intervene({ kind: "freeze", from: 6, to: 55 });
  expect(house.port().heard.at(-1)).toMatchObject({ type: "intervene", how: "begin" });
  expect(house.state().experiment.interventions).toEqual([]);
  tuned(house, [FREEZE]);
  expect(printAddress(house.state(), catalogue)).toBe("do=freeze@8-57");
  vi.advanceTimersByTime(1000);
  expect(house.port().types).toEqual(["open", "pace", "intervene"]);
  expect(house.state().phase).toBe("running");
});

it("keeps what was turned meanwhile when the worker answers", () => {
  const house = running();
  house.session.intervene(FREEZE);
  const before = house.state().experiment;
  change(house, "live");
  const { steps } = house.state().experiment;
  house.port().say({
    type: "tuned",
    run: 1,
    after: 7,
    experiment: { ...before, interventions: [FREEZE] },
  });
  expect(house.state().experiment).toMatchObject({ steps, interventions: [FREEZE] });
});

it("opens the run anew when one that was done is taken out", () => {
  const house = running("do=freeze@2-4,outlier@90x10");
  const { experiment, setExperiment } = house.state();
  setExperiment({ ...experiment, interventions: experiment.interventions.slice(1) });
  vi.advanceTimersByTime(1000);
  expect(house.port().heard.at(-1)).toMatchObject({
    type: "open",
    experiment: { interventions: [{ kind: "outlier", from: 90, to: 90, times: 10 }] },
  });
  expect(house.state().step).toBe(0);
});

it("goes on after a loss with what was done", () => {
  const house = running();
  tuned(house, [FREEZE]);
  house.port().crash("gone");
  expect(house.port().heard.at(-1)).toMatchObject({
    type: "open",
    experiment: { interventions: [FREEZE] },
    resume: { settings: [{ after: 0 }, { after: 7, experiment: { interventions: [FREEZE] } }] },
  });
});
