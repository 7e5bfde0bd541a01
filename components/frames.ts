/** The world around the frames: a browser's window, or a test. */
export interface FrameHost {
  readonly request: (callback: (now: number) => void) => void;
  /** Whether less motion is asked for. */
  readonly isCalm: () => boolean;
  /** Tells when an element comes into view or leaves it, until the function it returns is called. */
  readonly watch: (node: Element, seen: (isSeen: boolean) => void) => () => void;
}

/** A picture that is in the hands of `Frames`. */
export interface Painting {
  /** Paints at once where it is seen, and otherwise when it comes into view. */
  readonly redraw: () => void;
  readonly remove: () => void;
}

/** When a chart is painted: in the frame after new data, or only when words have made it another. */
export type PaintingPace = "data" | "words";

interface Chart {
  readonly paint: () => void;
  readonly pace: PaintingPace;
  isDue: boolean;
  isSeen: boolean;
}

/** Faster than this, digits cannot be read. */
const READOUT_MS = 200;
const CALM_MS = 500;

/**
 * One animation frame for all that moves on the page. New data (`touch`) makes every chart due that follows them: those in view are painted
 * in the next frame, others when they come into view; words follow at most five times a second. Under reduced motion all
 * of it happens twice a second. Where nothing is due no frame is asked for.
 */
export class Frames {
  readonly #host: FrameHost;
  readonly #charts = new Set<Chart>();
  readonly #readers = new Set<() => void>();
  #isAsked = false;
  #wordsDue = false;
  #wordsAt = Number.NEGATIVE_INFINITY;
  #marksAt = Number.NEGATIVE_INFINITY;

  constructor(host: FrameHost) {
    this.#host = host;
  }

  /** There is new data. */
  touch(): void {
    for (const chart of this.#charts) if (chart.pace === "data") chart.isDue = true;
    this.touchWords();
  }

  /** There is something new to say, and nothing to draw. */
  touchWords(): void {
    this.#wordsDue = true;
    this.#ask();
  }

  /** Calls back when words should follow the data. */
  onReadout(reader: () => void): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  addChart(node: Element, paint: () => void, pace: PaintingPace = "data"): Painting {
    const chart: Chart = { paint, pace, isDue: false, isSeen: true };
    this.#charts.add(chart);
    const unwatch = this.#host.watch(node, (isSeen) => {
      chart.isSeen = isSeen;
      if (isSeen && chart.isDue) this.#ask();
    });
    return {
      redraw: () => {
        chart.isDue = !chart.isSeen;
        if (chart.isSeen) paint();
      },
      remove: () => {
        unwatch();
        this.#charts.delete(chart);
      },
    };
  }

  #ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#host.request((now) => this.#run(now));
  }

  #run(now: number): void {
    this.#isAsked = false;
    const isCalm = this.#host.isCalm();
    // Words first: what they redraw on their way is not due any more.
    if (this.#wordsDue && now - this.#wordsAt >= (isCalm ? CALM_MS : READOUT_MS)) {
      this.#wordsDue = false;
      this.#wordsAt = now;
      for (const reader of this.#readers) reader();
    }
    if (!isCalm || now - this.#marksAt >= CALM_MS) this.#paint(now);
    if (this.#wordsDue || this.#due().length > 0) this.#ask();
  }

  #paint(now: number): void {
    const due = this.#due();
    if (due.length > 0) this.#marksAt = now;
    for (const chart of due) {
      chart.isDue = false;
      chart.paint();
    }
  }

  #due(): readonly Chart[] {
    return [...this.#charts].filter(({ isDue, isSeen }) => isDue && isSeen);
  }
}
