/** A beat of the page's own. A page that sleeps has none, so that its sleep is not taken for a worker's silence. */
const BEAT_MS = 1000;
/** Beats without a word: at least so many, or as long as so many steps take. */
const FEWEST_BEATS = 30;
const STEPS = 30;

/** Listens whether a worker that trains is still there; one that died or is stuck says nothing. */
export class Watch {
  readonly #onSilence: () => void;
  #beat: ReturnType<typeof setInterval> | undefined;
  #silent = 0;

  constructor(onSilence: () => void) {
    this.#onSilence = onSilence;
  }

  /** `millisecondsPerStep` gives the longest that one may have to wait, and is asked at every beat. */
  start(millisecondsPerStep: () => number | null): void {
    this.stop();
    this.#beat = setInterval(() => {
      this.#silent += 1;
      const slow = (STEPS * (millisecondsPerStep() ?? 0)) / BEAT_MS;
      if (this.#silent < Math.max(FEWEST_BEATS, slow)) return;
      this.stop();
      this.#onSilence();
    }, BEAT_MS);
  }

  heard(): void {
    this.#silent = 0;
  }

  stop(): void {
    clearInterval(this.#beat);
    this.#silent = 0;
  }
}
