import type { Batch, Field } from "../contract/batch.ts";
import type { Arrays, Engine, Stage } from "../plan/engine.ts";
import { numbersByName, savedFrom } from "./checkpoint.ts";
import type { SavedState } from "./checkpoint.ts";
import { rowOf } from "./crew.ts";
import type { Crew, Looking, Pending } from "./crew.ts";
import type { Lane } from "./lane.ts";
import type { Moment } from "./lane-setup.ts";
import { namedTensors } from "./memory.ts";
import { download } from "../tensor/engine.ts";
import { stateSpecs, traceLook, traceStep } from "./trace.ts";
import type { Guard, Look, Traced } from "./trace.ts";

interface Recorded {
  readonly key: string;
  readonly guards: readonly Guard[];
}

/**
 * Lanes whose steps are recorded once for each shape of batch, and replayed from then on. Where a recording was made under a
 * choice that no longer holds, as at the end of PowerNorm's warm-up, another is made.
 */
export class RecordedCrew implements Crew {
  readonly #engine: Engine;
  readonly #lanes: readonly Lane[];
  readonly #heldOut: readonly Batch[];
  readonly #stage: Stage;
  readonly #recorded = new Map<string, Recorded[]>();
  /** By what is recorded, the last recording of each lane: the next of another shape is like it. */
  readonly #last = new Map<string, readonly (Traced | null)[]>();
  #now: Moment | null = null;
  #going = "";

  private constructor(engine: Engine, lanes: readonly Lane[], heldOut: readonly Batch[]) {
    this.#engine = engine;
    this.#lanes = lanes;
    this.#heldOut = heldOut;
    this.#stage = engine.stage(lanes.length);
  }

  /** Takes over from lanes as they were drawn. */
  static async open(
    engine: Engine,
    lanes: readonly Lane[],
    heldOut: readonly Batch[],
  ): Promise<RecordedCrew> {
    const crew = new RecordedCrew(engine, lanes, heldOut);
    for (const [index, { state }] of lanes.entries())
      for (const [name, tensor] of namedTensors(state))
        crew.#stage.load(index, { name, shape: tensor.shape }, await download(tensor));
    return crew;
  }

  async warm(batch: Batch, now: Moment): Promise<void> {
    const run = this.#step(batch, now, [...this.#lanes.keys()], false);
    await this.#engine.take(new Set([run]));
  }

  step(batch: Batch, now: Moment, lanes: readonly number[]): ReadonlyMap<number, Pending> {
    return pendings(this.#step(batch, now, lanes, true), lanes);
  }

  score(
    heldOut: number,
    now: Moment,
    mode: Looking,
    lanes: readonly number[],
  ): ReadonlyMap<number, Pending> {
    const batch = this.#heldOut[heldOut];
    if (!batch) throw new Error(`there is no held-out batch ${heldOut}`);
    return pendings(this.#look("scores", batch, now, mode, lanes), lanes);
  }

  async predict(lane: number, batch: Batch, now: Moment, mode: Looking): Promise<Int32Array> {
    const run = this.#look("likeliest", batch, now, mode, [lane]);
    return Int32Array.from(rowOf(await this.#engine.take(new Set([run])), run, lane));
  }

  async save(): Promise<readonly SavedState[]> {
    const states = await this.#stage.save(this.#lanes.map(({ state }) => stateSpecs(state)));
    return states.map(savedFrom);
  }

  load(saved: readonly SavedState[]): void {
    saved.forEach((one, index) => {
      const lane = this.#lanes[index];
      if (!lane) throw new Error(`there is no lane ${index} to load`);
      const numbers = numbersByName(one, lane.state);
      for (const spec of stateSpecs(lane.state))
        this.#stage.load(index, spec, numbers.get(spec.name) ?? []);
    });
  }

  dispose(): void {
    this.#stage.dispose();
  }

  get #moment(): Moment {
    if (!this.#now) throw new Error("no step has begun");
    return this.#now;
  }

  /** What a step writes while it does not advance is written anew by the next. */
  #step(batch: Batch, now: Moment, lanes: readonly number[], advances: boolean): number {
    this.#now = now;
    this.#go(lanes);
    const key = this.#keyFor("step", shapesOf(batch), now, (lane, _, like) =>
      traceStep(lane, batch, () => this.#moment, like),
    );
    return this.#stage.run(key, arraysOf(batch), advances);
  }

  #look(look: Look, batch: Batch, now: Moment, mode: Looking, lanes: readonly number[]): number {
    this.#now = now;
    this.#go(lanes);
    const what = `${look} ${mode} ${lanes.join()}`;
    const key = this.#keyFor(what, shapesOf(batch), now, (lane, index, like) =>
      lanes.includes(index) ? traceLook(lane, batch, look, mode, () => this.#moment, like) : null,
    );
    return this.#stage.run(key, arraysOf(batch), false);
  }

  #go(lanes: readonly number[]): void {
    const going = lanes.join();
    if (going === this.#going) return;
    this.#going = going;
    this.#stage.keep((lane) => lanes.includes(lane));
  }

  /** The key of a recording that serves now, which is made where there is none. */
  #keyFor(
    what: string,
    shapes: string,
    now: Moment,
    trace: (lane: Lane, index: number, like: Traced | null) => Traced | null,
  ): string {
    const name = `${what} ${shapes}`;
    const variants = this.#recorded.get(name) ?? [];
    const known = variants.find(({ guards }) => guards.every((guard) => guard.holds(now)));
    if (known) return known.key;
    const last = this.#last.get(what) ?? [];
    const traced = this.#lanes.map((lane, index) => trace(lane, index, last[index] ?? null));
    this.#last.set(what, traced);
    const key = `${name} ${variants.length}`;
    this.#stage.compile(key, traced);
    const guards = traced.flatMap((one) => one?.guards ?? []);
    this.#recorded.set(name, [...variants, { key, guards }]);
    return key;
  }
}

function pendings(run: number, lanes: readonly number[]): ReadonlyMap<number, Pending> {
  return new Map(lanes.map((lane) => [lane, { kind: "row", run, lane }]));
}

function fieldsOf(batch: Batch): [string, Field][] {
  return Object.entries(batch).filter(
    (entry): entry is [string, Field] => typeof entry[1] === "object",
  );
}

function shapesOf(batch: Batch): string {
  return fieldsOf(batch)
    .map(([name, { shape }]) => `${name} ${shape.join("×")}`)
    .join(", ");
}

function arraysOf(batch: Batch): Arrays {
  return Object.fromEntries(fieldsOf(batch).map(([name, { values }]) => [name, values]));
}
