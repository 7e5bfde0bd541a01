import type { Arrays, LanePlan, Stage, States, StateSpec } from "../plan/engine.ts";
import { gangOf, isShared } from "../plan/ganged.ts";
import type { Node } from "../plan/graph.ts";
import { packed, rowsOf, texelsOf, unpacked, WIDTH } from "../plan/layout.ts";
import type { Canvas, Texture } from "./canvas.ts";
import { drawOf } from "./draw-of.ts";
import { placeAll } from "./placement.ts";
import { Replay } from "./replay.ts";
import type { Slot } from "./replay.ts";
import type { Ring, RowPart } from "./ring.ts";
import { Textures } from "./textures.ts";
import type { FeedTexture, State } from "./textures.ts";

interface Compiled {
  readonly replay: Replay;
  /** Where it leaves what it reports. */
  readonly row: Texture;
  /** For each lane, where the parts of its row begin and how long they are. */
  readonly layout: readonly (readonly RowPart[])[];
  readonly feeds: ReadonlyMap<string, FeedTexture>;
}

/** Where what was reported is kept, and under which number. */
export interface Reports {
  readonly ring: Ring;
  nextRun(): number;
  /** The stage is there no more. */
  ended(): void;
}

/** The plan of a lane that takes no part. */
const NOTHING: LanePlan = {
  plan: { kernels: [], stored: [], sharing: [] },
  next: new Map(),
  row: [],
  rowParts: [],
  live: new Map(),
};

/**
 * Lanes side by side on one canvas: what they carry from step to step, and the programs recorded for each shape of batch.
 * A lane's numbers lie in a band of their own in every texture, so that one program can serve several lanes at once.
 */
export class CanvasStage implements Stage {
  readonly #canvas: Canvas;
  readonly #bands: number;
  readonly #textures: Textures;
  readonly #compiled = new Map<string, Compiled>();
  readonly #reports: Reports;
  #goesOn: (lane: number) => boolean = () => true;
  #turn: 0 | 1 = 0;
  #recorded = 0;
  /** Copies of the states that are on their way from the device. */
  #copies = 0;

  constructor(canvas: Canvas, bands: number, reports: Reports) {
    this.#canvas = canvas;
    this.#bands = bands;
    this.#reports = reports;
    this.#textures = new Textures(canvas, bands);
  }

  /** Textures that recordings brought with them, each once, and those of checkpoints on their way. */
  get uncounted(): number {
    return this.#recorded + this.#copies;
  }

  compile(key: string, given: readonly (LanePlan | null)[]): void {
    const before = this.#canvas.textures;
    const plans = given.map((plan) => plan ?? NOTHING);
    const starts = startsOf(plans);
    const row = this.#textures.row(rowsOf(starts.at(-1) ?? 0) * this.#bands);
    const gang = gangOf(plans);
    const slots = placeAll(gang, plans, this.#textures);
    const feeds = new Map<string, FeedTexture>();
    const slotOf = (lane: number, node: Node): Slot => {
      const slot = slots.get(gang.placeOf(lane, node));
      if (!slot) throw new Error("a value was given no texture");
      return slot;
    };
    const groupOf = (lane: number, node: Node): number => plans[lane]?.row.indexOf(node) ?? -1;
    const draws = gang.columns.map((column) =>
      drawOf(column, {
        canvas: this.#canvas,
        bands: this.#bands,
        plans,
        read: (lane, node) =>
          isShared(node) ? this.#textures.shared(node, feeds) : slotOf(lane, node),
        write: (lane, node) => (groupOf(lane, node) < 0 ? slotOf(lane, node) : row),
        start: (lane, node) => starts[groupOf(lane, node)] ?? 0,
      }),
    );
    const replay = new Replay(this.#canvas, draws, (outputs) =>
      this.#textures.framebuffer(outputs),
    );
    replay.keep(this.#goesOn);
    const layout = plans.map(({ rowParts }) =>
      rowParts.flatMap((sizes, group) => partsAt(sizes, starts[group] ?? 0)),
    );
    this.#compiled.set(key, { replay, feeds, row, layout });
    this.#recorded += this.#canvas.textures - before;
  }

  run(key: string, feeds: Arrays, advances: boolean): number {
    const compiled = this.#compiled.get(key);
    if (!compiled) throw new Error(`nothing was recorded as "${key}"`);
    for (const [name, { texture, shape }] of compiled.feeds) {
      const values = feeds[name];
      if (!values) throw new Error(`the batch has no "${name}"`);
      this.#canvas.upload(texture, 0, packed(values, shape));
    }
    compiled.replay.run(this.#turn);
    const { row, layout } = compiled;
    const run = this.#reports.nextRun();
    const band = row.rows / this.#bands;
    this.#reports.ring.keep(this.#textures.framebuffer([row]), { run, band, lanes: layout });
    if (advances) this.#turn = this.#turn === 0 ? 1 : 0;
    return run;
  }

  keep(goesOn: (lane: number) => boolean): void {
    this.#goesOn = goesOn;
    for (const { replay } of this.#compiled.values()) replay.keep(goesOn);
  }

  load(lane: number, { name, shape }: StateSpec, values: ArrayLike<number>): void {
    const { turns, rows } = this.#textures.state(name, shape);
    this.#canvas.upload(turns[this.#turn], lane * rows, packed(values, shape));
  }

  async save(specs: readonly (readonly StateSpec[])[]): Promise<readonly States[]> {
    const { states } = this.#textures;
    const starts = new Map<State, number>();
    let height = 0;
    for (const state of states) {
      starts.set(state, height);
      height += state.rows * this.#bands;
    }
    const block = await this.#copied(starts, height);
    return specs.map(
      (own, lane) =>
        new Map(
          own.map(({ name, shape }) => {
            const state = this.#textures.state(name, shape);
            const from = ((starts.get(state) ?? 0) + lane * state.rows) * WIDTH * 4;
            return [name, unpacked(block.subarray(from), shape)];
          }),
        ),
    );
  }

  dispose(): void {
    this.#reports.ended();
    this.#textures.dispose();
  }

  /** All states in one download: copied at this call, so that steps may go on while it comes over. */
  async #copied(starts: ReadonlyMap<State, number>, height: number): Promise<Float32Array> {
    const { gl } = this.#canvas;
    const copy = this.#canvas.texture(Math.max(1, height));
    this.#copies += 1;
    for (const [{ turns, rows }, start] of starts) {
      gl.bindFramebuffer(gl.FRAMEBUFFER, this.#textures.framebuffer([turns[this.#turn]]));
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, copy.handle);
      gl.copyTexSubImage2D(gl.TEXTURE_2D, 0, 0, start, 0, 0, WIDTH, rows * this.#bands);
    }
    const framebuffer = this.#canvas.framebuffer([copy]);
    try {
      return await this.#canvas.download(framebuffer, height);
    } finally {
      gl.deleteFramebuffer(framebuffer);
      this.#canvas.release(copy);
      this.#copies -= 1;
    }
  }
}

/** Where each group of a row begins, in texels, and where the row ends. */
function startsOf(plans: readonly LanePlan[]): readonly number[] {
  const groups = Math.max(...plans.map(({ row }) => row.length));
  const starts = [0];
  for (let group = 0; group < groups; group++) {
    const longest = Math.max(
      ...plans.map(({ row: { [group]: node } }) => (node ? texelsOf(node.shape) : 0)),
    );
    starts.push((starts.at(-1) ?? 0) + longest);
  }
  return starts;
}

function partsAt(sizes: readonly number[], start: number): readonly RowPart[] {
  let texel = start;
  return sizes.map((size) => {
    const part = { texel, size };
    texel += Math.ceil(size / 4);
    return part;
  });
}
