import type { Fence } from "../tensor/fence.ts";

/** As much work as a device is given ahead: enough that it never waits for us, and no more, since the page draws with it. */
const MOST_AHEAD_MS = 12;
const MOST_STEPS = 64;
const POLL_MS = 1;
/** The part of the newest measurement in the estimate. */
const NEWEST = 0.2;

export interface DeviceQueueParts {
  /** A mark behind all work given so far; null where work is done when it is given. */
  readonly fence: () => Fence | null;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Bounds the steps that a device has been given and has not finished, by the time they will take. */
export class DeviceQueue {
  readonly #parts: DeviceQueueParts;
  #ahead: readonly Fence[] = [];
  /** Milliseconds of device time a step, as far as is known. */
  #stepMs = MOST_AHEAD_MS;
  #busySince = 0;

  constructor(parts: DeviceQueueParts) {
    this.#parts = parts;
  }

  /** Steps given and not seen to be done. */
  get ahead(): number {
    return this.#ahead.length;
  }

  /** Says that a step was given, and waits until there is room for the next. */
  async given(): Promise<void> {
    const { fence, now, wait } = this.#parts;
    const mark = fence();
    if (!mark) return;
    if (this.#ahead.length === 0) this.#busySince = now();
    this.#ahead = [...this.#ahead, mark];
    this.#look();
    while (this.#ahead.length > this.#most) {
      await wait(POLL_MS);
      this.#look();
    }
  }

  get #most(): number {
    return Math.max(1, Math.min(MOST_STEPS, Math.floor(MOST_AHEAD_MS / this.#stepMs)));
  }

  /** Which steps are done by now, and how long they took. */
  #look(): void {
    const waiting = this.#ahead.findIndex((mark) => !mark.isDone());
    const done = waiting < 0 ? this.#ahead.length : waiting;
    if (done === 0) return;
    const now = this.#parts.now();
    this.#stepMs += NEWEST * ((now - this.#busySince) / done - this.#stepMs);
    this.#busySince = now;
    this.#ahead = this.#ahead.slice(done);
  }
}
