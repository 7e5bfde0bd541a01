import { expect, it } from "vitest";
import { warmAndEstimate } from "./estimate-step.ts";

/** A clock that only work moves: the first step takes longer than those after it. */
function stand({ rough, steps }: { rough: number; steps: readonly number[] }) {
  let time = 0;
  let taken = 0;
  return {
    now: () => time,
    taken: () => taken,
    lockstep: {
      roughMilliseconds: rough,
      warm: async () => {
        time += steps[taken] ?? 0;
        taken += 1;
      },
    },
  };
}

const wasm = { name: "wasm", software: false } as const;
const card = { name: "webgl", software: false } as const;
const drawn = { name: "webgl", software: true } as const;

it("times a step that changes nothing", async () => {
  const { lockstep, now, taken } = stand({ rough: 300, steps: [120] });
  expect(await warmAndEstimate(lockstep, { device: wasm, replays: false, now })).toBe(120);
  expect(taken()).toBe(1);
});

it("leaves the step that is recorded out, and times the one that is replayed", async () => {
  const { lockstep, now } = stand({ rough: 300, steps: [900, 20] });
  expect(await warmAndEstimate(lockstep, { device: drawn, replays: true, now })).toBe(20);
});

it.each([wasm, drawn])(
  "tries nothing on a processor that the first pass kept busy",
  async (device) => {
    const { lockstep, now, taken } = stand({ rough: 12_000, steps: [12_000] });
    expect(await warmAndEstimate(lockstep, { device, replays: false, now })).toBe(12_000);
    expect(taken()).toBe(0);
  },
);

it("asks a graphics card itself, whose first pass was the processor’s", async () => {
  const { lockstep, now } = stand({ rough: 12_000, steps: [900, 200] });
  expect(await warmAndEstimate(lockstep, { device: card, replays: true, now })).toBe(200);
});
