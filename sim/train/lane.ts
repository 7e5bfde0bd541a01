import type { Clock, MemorySpec, Mode, SiteId, Tensors } from "../contract/net.ts";
import type { ModelDefinition } from "../contract/model.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import type { ParamValue } from "../contract/params.ts";
import type { Random } from "../contract/random.ts";
import type { TrainingValues } from "../contract/training.ts";
import type { WorkloadFacts } from "../contract/workload.ts";
import type { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import { dispose, download, scope, upload } from "../tensor/engine.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { Tape } from "../tensor/tape.ts";
import { unpack } from "../tensor/unpack.ts";
import { packed, unpacked } from "./checkpoint.ts";
import type { SavedState } from "./checkpoint.ts";
import { drawingStore } from "./drawing-store.ts";
import type { Feed } from "./feed.ts";
import { LaneNet } from "./lane-net.ts";
import type { Store } from "./lane-net.ts";
import { discard, replace } from "./memory.ts";
import type { LaneState } from "./memory.ts";
import { optimisers } from "./optimiser.ts";
import { rateAt } from "./schedule.ts";
import { siteMeasures } from "./site-measures.ts";
import { sizeOf } from "./weights.ts";
import type { WeightSlot } from "./weights.ts";

/** All that makes one lane what it is. */
export interface LaneSetup {
  readonly id: string;
  readonly model: ModelDefinition;
  readonly modelParams: Readonly<Record<string, ParamValue>>;
  readonly normaliser: NormaliserDefinition;
  readonly normaliserParams: Readonly<Record<string, ParamValue>>;
  readonly optimiser: TrainingValues["optimiser"];
  readonly facts: WorkloadFacts;
  readonly random: Random;
  readonly constants: Constants;
  /** Read the gradient at every norm too. */
  readonly gradientStatistics: boolean;
}

/** A number that only this lane's method has, at one of its places. */
export interface LaneReading {
  readonly place: string;
  readonly metric: string;
  /** How many values are read. */
  readonly size: number;
}

export interface LaneSite {
  readonly id: SiteId;
  readonly channels: number;
  readonly own: boolean;
  /** The gradient that comes back to it is read too. */
  readonly gradients: boolean;
}

/** One network in training. It knows its weights, its memory and its method, and nothing of clocks or other lanes. */
export class Lane {
  readonly setup: LaneSetup;
  readonly sites: readonly LaneSite[];
  /** In the order of a row, after the sites. */
  readonly methodReadings: readonly LaneReading[];
  readonly slots: readonly WeightSlot[];
  readonly #memorySpecs: Readonly<Record<SiteId, Readonly<Record<string, MemorySpec>>>>;
  #state: LaneState;
  /** What multiplies the learning rate of each parameter, [parameters]; null where all is 1. */
  readonly #rates: Tensor | null;

  /** Draws the weights as the model first asks for them, on one real batch. */
  constructor(setup: LaneSetup, feed: Feed, clock: Clock) {
    this.setup = setup;
    const slots: WeightSlot[] = [];
    const specs: Record<SiteId, Readonly<Record<string, MemorySpec>>> = {};
    const sites: LaneSite[] = [];
    const methodReadings: LaneReading[] = [];
    this.#state = scope(() => {
      const tf = createOps(setup.constants, null);
      const drawn: Tensor[] = [];
      const memory: Record<SiteId, Tensors<string>> = {};
      const store = drawingStore(tf, setup.random, { slots, drawn, specs, memory });
      const net = this.#net(tf, store, "train", clock);
      this.#forward(tf, net, feed);
      for (const { site, channels, own, y } of net.readings) {
        const gradients = setup.gradientStatistics && y !== null;
        sites.push({ id: site, channels, own: own !== null, gradients });
      }
      for (const { place, metric, values } of net.methodReadings)
        methodReadings.push({ place, metric, size: sizeOf(values.shape) });
      const parameters = tf.concat(
        drawn.map((weight) => flat(tf, weight)),
        0,
      );
      const optimiser = Array.from({ length: optimisers[setup.optimiser].slots }, () =>
        tf.fill(parameters.shape, 0),
      );
      return { parameters, optimiser, memory };
    });
    this.slots = slots;
    this.sites = sites;
    this.methodReadings = methodReadings;
    this.#rates = slots.every(({ rate }) => rate === 1) ? null : uploadRates(slots);
    this.#memorySpecs = specs;
  }

  get parameterCount(): number {
    return sizeOf(this.#state.parameters.shape);
  }

  /** Some site carries statistics from step to step, so that inference differs from training. */
  get remembers(): boolean {
    return Object.values(this.#memorySpecs).some((specs) => Object.keys(specs).length > 0);
  }

  /**
   * One step of training. The result stays on the device, [readings], and is the caller's: loss, accuracy, then for each
   * site µ_B, σ²_B, ψ²_B, and where the layer compares something of its own, that of the batch and the running one; then
   * what `siteMeasures` gives.
   */
  step(feed: Feed, clock: Clock, training: TrainingValues): Tensor {
    const { state, row } = scope(() => this.#train(feed, clock, training));
    this.#state = replace(this.#state, state);
    return row;
  }

  /** Loss and accuracy, [2], in a mode that changes nothing. */
  evaluate(feed: Feed, clock: Clock, mode: Exclude<Mode, "train">): Tensor {
    return scope(() => {
      const tf = createOps(this.setup.constants, null);
      const store = this.#heldStore(unpack(this.#state.parameters, this.slots));
      const prediction = this.#forward(tf, this.#net(tf, store, mode, clock), feed);
      const { loss, accuracy } = tf.crossEntropy({ ...prediction, smoothing: 0 });
      return tf.concat([flat(tf, loss), flat(tf, accuracy)], 0);
    });
  }

  /**
   * The likeliest class of every row, in a mode that changes nothing: for sentences the likeliest next word after every
   * prefix, ids row-major, [sentences × length]. One download.
   */
  async predict(feed: Feed, clock: Clock, mode: Exclude<Mode, "train">): Promise<Int32Array> {
    const likeliest = scope(() => {
      const tf = createOps(this.setup.constants, null);
      const store = this.#heldStore(unpack(this.#state.parameters, this.slots));
      return tf.argMax(this.#forward(tf, this.#net(tf, store, mode, clock), feed).logits); // [rows]
    });
    const ids = Int32Array.from(await download(likeliest));
    dispose([likeliest]);
    return ids;
  }

  /** All that is carried from step to step, as it is at this call; the download need not be waited for. */
  save(): Promise<SavedState> {
    return packed(this.#state);
  }

  /** Goes on from what a lane of the same setup saved. Throws when the parts do not fit. */
  load(saved: SavedState): void {
    this.#state = replace(this.#state, unpacked(saved, this.#state));
  }

  dispose(): void {
    discard(this.#state);
    if (this.#rates) dispose([this.#rates]);
  }

  #train(feed: Feed, clock: Clock, training: TrainingValues): { state: LaneState; row: Tensor } {
    const tape = new Tape();
    const tf = createOps(this.setup.constants, tape);
    const weights = unpack(this.#state.parameters, this.slots);
    for (const weight of weights) tape.watch(weight);
    const feedback = this.#feedback();
    for (const { tensor } of feedback) tape.watch(tensor);
    const net = this.#net(tf, this.#heldStore(weights), "train", clock);
    const prediction = this.#forward(tf, net, feed);
    const scores = tf.crossEntropy({ ...prediction, smoothing: training.labelSmoothing });
    const objective = net.penalties.reduce(
      (sum, penalty) => tf.add(sum, penalty),
      scores.objective,
    );
    const outputs = net.readings.map(({ y }) => (this.setup.gradientStatistics ? y : null));
    const gradients = tape.gradients(objective, [
      ...weights,
      ...feedback.map(({ tensor }) => tensor),
      ...outputs.filter((y) => y !== null),
    ]);

    const plain = createOps(this.setup.constants, null);
    const each = this.slots.map(({ size }, i) => {
      const gradient = gradients[i];
      return gradient ? flat(plain, gradient) : plain.fill([size], 0);
    });
    const { parameters, state } = optimisers[this.setup.optimiser].update(plain, {
      parameters: this.#state.parameters,
      gradient: plain.concat(each, 0),
      state: this.#state.optimiser,
      step: clock.step,
      rate: this.#rates
        ? plain.mul(this.#rates, rateAt(clock.step, training))
        : rateAt(clock.step, training),
    });
    const memory = this.#nextMemory(plain, net, gradients.slice(weights.length));
    const atOutputs = gradients.slice(weights.length + feedback.length);
    const measures = net.readings.map((reading, i) => {
      const y = outputs[i];
      const gradient = y ? (atOutputs.shift() ?? plain.fill(y.shape, 0)) : null;
      return siteMeasures(plain, reading, gradient);
    });
    const row = rowOf(plain, scores, net, measures);
    return { state: { parameters, optimiser: state, memory }, row };
  }

  #forward(tf: Ops, net: LaneNet, feed: Feed) {
    const { model, facts, modelParams } = this.setup;
    return model.forward(tf, net, feed.batch, facts, modelParams);
  }

  #net(tf: Ops, store: Store, mode: Mode, clock: Clock): LaneNet {
    const { model, modelParams, normaliser, normaliserParams } = this.setup;
    return new LaneNet({
      tf,
      store,
      normaliser,
      params: normaliserParams,
      mode,
      clock,
      layout: model.traits(modelParams).layout,
      heads: model.heads(modelParams),
    });
  }

  #heldStore(weights: readonly Tensor[]): Store {
    const byName = new Map(this.slots.map(({ name }, i) => [name, weights[i] as Tensor]));
    const { memory } = this.#state;
    return {
      weight(name) {
        const weight = byName.get(name);
        if (!weight) throw new Error(`the first pass did not ask for the weight "${name}"`);
        return weight;
      },
      memory: (site) => memory[site] ?? {},
    };
  }

  /** Memory that the backward pass writes: what comes as its gradient is its change. */
  #feedback(): { site: SiteId; name: string; tensor: Tensor }[] {
    return Object.entries(this.#memorySpecs).flatMap(([site, specs]) =>
      Object.entries(specs).flatMap(([name, spec]) => {
        const tensor = this.#state.memory[site]?.[name];
        return spec.writtenBy === "backward" && tensor ? [{ site, name, tensor }] : [];
      }),
    );
  }

  #nextMemory(tf: Ops, net: LaneNet, changes: readonly (Tensor | null)[]): LaneState["memory"] {
    const next = Object.fromEntries(
      Object.entries(this.#state.memory).map(([site, old]) => [
        site,
        { ...old, ...net.written[site] },
      ]),
    );
    this.#feedback().forEach(({ site, name, tensor }, i) => {
      const change = changes[i];
      const memory = next[site];
      if (change && memory) memory[name] = tf.add(tensor, change);
    });
    return next;
  }
}

function rowOf(
  tf: Ops,
  scores: { loss: Tensor; accuracy: Tensor },
  net: LaneNet,
  measures: readonly Tensor[],
): Tensor {
  const sites = net.readings.flatMap(({ packed, own }, i) => [
    packed,
    ...(own ? [own.batch, own.running] : []),
    ...measures.slice(i, i + 1),
  ]);
  const methods = net.methodReadings.map(({ values }) => values);
  return tf.concat(
    [scores.loss, scores.accuracy, ...sites, ...methods].map((part) => flat(tf, part)),
    0,
  );
}

function flat(tf: Ops, x: Tensor): Tensor {
  return tf.reshape(x, [sizeOf(x.shape)]);
}

function uploadRates(slots: readonly WeightSlot[]): Tensor {
  const values = Float32Array.from(
    slots.flatMap(({ size, rate }) => Array<number>(size).fill(rate)),
  );
  return upload({ values, shape: [values.length] });
}
