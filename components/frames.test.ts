import { expect, it } from "vitest";
import { Frames } from "./frames.ts";

/** A page whose frames and scrolling are done by hand. */
function page({ isCalm = false } = {}) {
  const asked: ((now: number) => void)[] = [];
  const seers: ((isSeen: boolean) => void)[] = [];
  const frames = new Frames({
    request: (callback) => asked.push(callback),
    isCalm: () => isCalm,
    watch: (_, seen) => {
      seers.push(seen);
      return () => {};
    },
  });
  const frame = (now: number) => asked.shift()?.(now);
  return { frames, asked, seers, frame };
}

// Only handed on to the host.
const node = {} as Element;

it("asks for one frame for all charts, and for none when nothing is due", () => {
  const { frames, asked, frame } = page();
  const painted: string[] = [];
  frames.addChart(node, () => painted.push("a"));
  frames.addChart(node, () => painted.push("b"));
  expect(asked).toHaveLength(0);
  frames.touch();
  frames.touch();
  expect(asked).toHaveLength(1);
  frame(1000);
  expect(painted).toEqual(["a", "b"]);
  expect(asked).toHaveLength(0);
});

it("paints with every frame that brings data, and lets words follow five times a second, the last ones too", () => {
  const { frames, asked, frame } = page();
  let [marks, words] = [0, 0];
  frames.addChart(node, () => marks++);
  frames.onReadout(() => words++);
  for (let now = 1000; now < 2000; now += 20) {
    frames.touch();
    frame(now);
  }
  expect([marks, words]).toEqual([50, 5]);
  for (let now = 2000; asked.length > 0; now += 20) frame(now);
  expect([marks, words]).toEqual([50, 6]);
});

it("does all of it twice a second where less motion is asked for", () => {
  const { frames, frame } = page({ isCalm: true });
  let [marks, words] = [0, 0];
  frames.addChart(node, () => marks++);
  frames.onReadout(() => words++);
  for (let now = 1000; now < 3000; now += 20) {
    frames.touch();
    frame(now);
  }
  expect([marks, words]).toEqual([4, 4]);
});

it("leaves a chart that is out of view until it comes back", () => {
  const { frames, asked, seers, frame } = page();
  let painted = 0;
  const { redraw } = frames.addChart(node, () => painted++);
  seers[0]?.(false);
  frames.touch();
  frame(1000);
  redraw();
  expect([painted, asked.length]).toEqual([0, 0]);
  seers[0]?.(true);
  frame(1020);
  expect(painted).toBe(1);
});

it("does not paint twice what words have redrawn", () => {
  const { frames, frame } = page();
  let painted = 0;
  const { redraw } = frames.addChart(node, () => painted++);
  frames.onReadout(redraw);
  frames.touch();
  frame(1000);
  expect(painted).toBe(1);
});

it("leaves a chart at the words' pace alone when data come, and paints it when words make it another", () => {
  const { frames, frame } = page();
  let painted = 0;
  const { redraw } = frames.addChart(node, () => painted++, "words");
  frames.onReadout(redraw);
  for (let now = 1000; now < 2000; now += 20) {
    frames.touch();
    frame(now);
  }
  expect(painted).toBe(5);
});
