import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { opened, ready, report } from "../session/house.fixture.ts";
import { keepReporting } from "./reports.ts";
import type { Report } from "./reports.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function reported() {
  const house = opened();
  const said: Report[] = [];
  keepReporting(house.store, (report) => said.push(report));
  return { ...house, said, last: () => said.at(-1) };
}

it("what changes its kind is told at once", () => {
  const { session, port, last } = reported();
  port().say(ready(1));
  expect(last()).toMatchObject({ type: "normscope:state", phase: "ready", device: "cpu" });
  session.play();
  expect(last()).toMatchObject({ phase: "running", isPlaying: true });
});

it("steps are told at most twice a second, and the last one always", () => {
  const { session, port, said, last } = reported();
  port().say(ready(1));
  session.play();
  const before = said.length;
  for (let step = 1; step <= 30; step++) port().say(report(1, step));
  expect(said).toHaveLength(before);
  vi.advanceTimersByTime(500);
  expect(said).toHaveLength(before + 1);
  expect(last()).toMatchObject({ step: 30 });
});

it("a lane that diverges is an event", () => {
  const { port, said } = reported();
  port().say(ready(1));
  port().say({ type: "diverged", run: 1, lane: "bn", step: 7, site: null });
  expect(said).toContainEqual({
    type: "normscope:event",
    name: "diverged",
    lane: "bn",
    step: 7,
  });
});
