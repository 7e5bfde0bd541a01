import type { Engine, Stage } from "../plan/engine.ts";
import type { Canvas } from "./canvas.ts";
import { Ring } from "./ring.ts";
import { CanvasStage } from "./stage.ts";

/** Runs after which rows that nobody asked for are let go: those of a run that was gone back from. */
const LONGEST_KEPT = 4096;

/** Replays recorded steps on WebGL. */
export class CanvasEngine implements Engine {
  readonly canvas: Canvas;
  readonly #ring: Ring;
  readonly #stages = new Set<CanvasStage>();
  #runs = 0;
  /** Brought over with others, and not yet asked for. */
  readonly #arrived = new Map<number, readonly Float32Array[]>();
  #arriving: Promise<void> = Promise.resolve();

  constructor(canvas: Canvas) {
    this.canvas = canvas;
    this.#ring = new Ring(canvas);
  }

  get held(): { readonly things: number; readonly bytes: number } {
    const uncounted = [...this.#stages].reduce((sum, stage) => sum + stage.uncounted, 0);
    return { things: this.canvas.textures - uncounted, bytes: this.canvas.textureBytes };
  }

  stage(lanes: number): Stage {
    const stage = new CanvasStage(this.canvas, lanes, {
      ring: this.#ring,
      nextRun: () => this.#runs++,
      ended: () => this.#stages.delete(stage),
    });
    this.#stages.add(stage);
    return stage;
  }

  async take(runs: ReadonlySet<number>): Promise<ReadonlyMap<number, readonly Float32Array[]>> {
    const before = this.#arriving;
    const here = this.#ring.drain();
    this.#arriving = here.then(() => before).then(() => {});
    const [rows] = await Promise.all([here, before]);
    for (const [run, row] of rows) this.#arrived.set(run, row);
    const taken = new Map<number, readonly Float32Array[]>();
    for (const run of runs) {
      const row = this.#arrived.get(run);
      if (row) taken.set(run, row);
      this.#arrived.delete(run);
    }
    for (const run of this.#arrived.keys())
      if (run < this.#runs - LONGEST_KEPT) this.#arrived.delete(run);
    return taken;
  }

  dispose(): void {
    this.#ring.dispose();
  }
}
