/** A stretch longer than both of these is sleep, not work: of a lid that was closed, or a page that was frozen. */
const JUMP_MS = 5000;
const JUMP_TIMES = 20;

/** What a step takes, by the clock. A jump in time is left out. */
export class StepTimer {
  #spent = 0;
  #steps = 0;
  #mean: number | null = null;

  /** Milliseconds since the last mean. */
  get spent(): number {
    return this.#spent;
  }

  /** A stretch of work in which so many steps were begun. */
  add(milliseconds: number, steps: number): void {
    const isJump = this.#mean !== null && milliseconds > Math.max(JUMP_MS, JUMP_TIMES * this.#mean);
    if (isJump) return;
    this.#spent += milliseconds;
    this.#steps += steps;
  }

  /** Milliseconds a step since the last time this was asked; the last mean where nothing could be measured. */
  mean(): number {
    if (this.#steps > 0) this.#mean = this.#spent / this.#steps;
    this.#spent = 0;
    this.#steps = 0;
    return this.#mean ?? 0;
  }
}
