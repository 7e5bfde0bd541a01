import { expect, test } from "vitest";
import { DeviceQueue } from "./device-queue.ts";

/** A device that takes so long a step, one after the other, on a clock that moves only while someone waits. */
function device(stepMs: number) {
  let clock = 0;
  let busyUntil = 0;
  const queue = new DeviceQueue({
    now: () => clock,
    wait: async (milliseconds) => {
      clock += milliseconds;
    },
    fence: () => {
      busyUntil = Math.max(busyUntil, clock) + stepMs;
      const doneAt = busyUntil;
      return { isDone: () => clock >= doneAt };
    },
  });
  const backlog = () => Math.max(0, busyUntil - clock);
  return { queue, backlog, now: () => clock };
}

test("no more than about a frame of work lies before a device, however short its steps", async () => {
  for (const stepMs of [0.25, 1, 3, 7]) {
    const { queue, backlog } = device(stepMs);
    for (let step = 0; step < 400; step++) {
      await queue.given();
      expect(backlog()).toBeLessThanOrEqual(16);
    }
  }
});

test("a device is never left without work", async () => {
  const { queue, backlog, now } = device(2);
  for (let step = 0; step < 400; step++) {
    await queue.given();
    expect(backlog()).toBeGreaterThan(0);
  }
  expect(now()).toBeLessThanOrEqual(800);
});

test("where a step takes longer than a frame, one lies behind the one at work", async () => {
  const { queue } = device(40);
  for (let step = 0; step < 20; step++) await queue.given();
  expect(queue.ahead).toBe(1);
});

test("nothing is waited for where work is done when it is given", async () => {
  const queue = new DeviceQueue({
    fence: () => null,
    now: () => 0,
    wait: () => Promise.reject(new Error("waited")),
  });
  for (let step = 0; step < 100; step++) await queue.given();
  expect(queue.ahead).toBe(0);
});
