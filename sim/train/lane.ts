import type { Clock, MemorySpec, Mode, SiteId, Tensors } from "../contract/net.ts";
import { createOps } from "../tensor/create-ops.ts";
import { dispose, download, scope } from "../tensor/engine.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { Tape } from "../tensor/tape.ts";
import { unpack } from "../tensor/unpack.ts";
import { packed, unpacked } from "./checkpoint.ts";
import type { SavedState } from "./checkpoint.ts";
import { drawingStore } from "./drawing-store.ts";
import type { Feed } from "./feed.ts";
import type { LaneReading, LaneSetup, LaneSite, Moment } from "./lane-setup.ts";
import { LaneNet } from "./lane-net.ts";
import type { Store } from "./lane-net.ts";
import { discard, replace } from "./memory.ts";
import type { LaneState } from "./memory.ts";
import { optimisers } from "./optimiser.ts";
import { rateAt } from "./schedule.ts";
import { flat, roomy, rowOf } from "./row.ts";
import { broughtOver, siteBlocks } from "./site-cut.ts";
import type { SiteCut } from "./site-cut.ts";
import { siteMeasures } from "./site-measures.ts";
import { roomOf, sizeOf } from "./weights.ts";
import type { WeightSlot } from "./weights.ts";

/** One network in training. It knows its weights, its memory and its method, and nothing of clocks or other lanes. */
export class Lane {
  readonly setup: LaneSetup;
  readonly sites: readonly LaneSite[];
  /** In the order of a row, after the sites. */
  readonly methodReadings: readonly LaneReading[];
  readonly slots: readonly WeightSlot[];
  readonly #memorySpecs: Readonly<Record<SiteId, Readonly<Record<string, MemorySpec>>>>;
  #state: LaneState;

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
      for (const { place, metric, values, ofNorm } of net.methodReadings)
        methodReadings.push({ place, metric, size: sizeOf(values.shape), ofNorm });
      const parameters = tf.concat(
        drawn.map((weight) => roomy(tf, weight)),
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
    this.#memorySpecs = specs;
  }

  /** All that the lane carries from step to step. */
  get state(): LaneState {
    return this.#state;
  }

  get parameterCount(): number {
    return this.slots.reduce((sum, { size }) => sum + size, 0);
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
  step(feed: Feed, now: Moment): Tensor {
    const { constants } = this.setup;
    const { state, row } = scope(() =>
      this.train(this.#state, feed, now, (tape) => createOps(constants, tape)),
    );
    this.#state = replace(this.#state, state);
    return row;
  }

  /** What a step would report, and nothing is changed; the result is the caller's. */
  rehearse(feed: Feed, now: Moment): Tensor {
    const { constants } = this.setup;
    return scope(
      () => this.train(this.#state, feed, now, (tape) => createOps(constants, tape)).row,
    );
  }

  /** What the next step would make of one site, its gradient included; nothing is changed. One download. */
  async cut(feed: Feed, now: Moment, site: SiteId): Promise<SiteCut> {
    const opsFor = (tape: Tape | null): Ops => createOps(this.setup.constants, tape);
    return broughtOver(() => {
      const { tape, net, objective } = this.#pass(this.#state, feed, now, opsFor);
      const reading = net.readings.find((one) => one.site === site);
      if (!reading) throw new Error(`the lane ${this.setup.id} has no site "${site}"`);
      const [upstream] = reading.y ? tape.gradients(objective, [reading.y]) : [];
      return siteBlocks(opsFor, this.setup.normaliser, reading, upstream ?? null);
    });
  }

  /** Loss and accuracy, [2], in a mode that changes nothing. */
  evaluate(feed: Feed, clock: Clock, mode: Exclude<Mode, "train">): Tensor {
    const tf = createOps(this.setup.constants, null);
    return scope(() => this.scores(tf, this.#state, feed, clock, mode));
  }

  /**
   * The likeliest class of every row, in a mode that changes nothing: for sentences the likeliest next word after every
   * prefix, ids row-major, [sentences × length]. One download.
   */
  async predict(feed: Feed, clock: Clock, mode: Exclude<Mode, "train">): Promise<Int32Array> {
    const tf = createOps(this.setup.constants, null);
    const likeliest = scope(() => this.likeliest(tf, this.#state, feed, clock, mode));
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

  /** Loss and accuracy of a state, [2]. Pure, as is `likeliest`, so that it can be recorded. */
  scores(
    tf: Ops,
    state: LaneState,
    feed: Feed,
    clock: Clock,
    mode: Exclude<Mode, "train">,
  ): Tensor {
    const { loss, accuracy } = tf.crossEntropy({
      ...this.#predicted(tf, state, feed, clock, mode),
      smoothing: 0,
    });
    return tf.concat([flat(tf, loss), flat(tf, accuracy)], 0);
  }

  /** The likeliest class of every row, [rows]. */
  likeliest(
    tf: Ops,
    state: LaneState,
    feed: Feed,
    clock: Clock,
    mode: Exclude<Mode, "train">,
  ): Tensor {
    return tf.argMax(this.#predicted(tf, state, feed, clock, mode).logits);
  }

  dispose(): void {
    discard(this.#state);
  }

  /** What a step makes of a state: the next one, and the row. Pure, so that it can be recorded instead of computed. */
  train(
    state: LaneState,
    feed: Feed,
    now: Moment,
    opsFor: (tape: Tape | null) => Ops,
  ): { state: LaneState; row: Tensor } {
    const { tape, weights, feedback, net, scores, objective } = this.#pass(
      state,
      feed,
      now,
      opsFor,
    );
    const outputs = net.readings.map(({ y }) => (this.setup.gradientStatistics ? y : null));
    const gradients = tape.gradients(objective, [
      ...weights,
      ...feedback.map(({ tensor }) => tensor),
      ...outputs.filter((y) => y !== null),
    ]);

    const plain = opsFor(null);
    const each = this.slots.map(({ size }, i) => {
      const gradient = gradients[i];
      return gradient ? roomy(plain, gradient) : plain.fill([roomOf(size)], 0);
    });
    const rate = plain.now(now, ({ step, training }) => rateAt(step, training));
    const rates = this.#rates(plain);
    const { parameters, state: optimiser } = optimisers[this.setup.optimiser].update(plain, {
      parameters: state.parameters,
      gradient: plain.concat(each, 0),
      state: state.optimiser,
      atStep: (from) => plain.now(now, ({ step }) => from(step)),
      rate: rates ? plain.mul(rates, rate) : rate,
    });
    const memory = this.#freezes(plain, now)
      ? state.memory
      : this.#nextMemory(plain, state, net, gradients.slice(weights.length));
    const atOutputs = gradients.slice(weights.length + feedback.length);
    const measures = net.readings.map((reading, i) => {
      const y = outputs[i];
      const gradient = y ? (atOutputs.shift() ?? plain.fill(y.shape, 0)) : null;
      return siteMeasures(plain, reading, gradient);
    });
    const methods = this.methodReadings.map(
      ({ place, metric, size }) => net.readingOf(place, metric) ?? plain.fill([size], 0),
    );
    const row = rowOf(plain, scores, net.readings, measures, methods);
    return { state: { parameters, optimiser, memory }, row };
  }

  /** The way there, with all that the way back needs. */
  #pass(state: LaneState, feed: Feed, now: Moment, opsFor: (tape: Tape | null) => Ops) {
    const tape = new Tape();
    const tf = opsFor(tape);
    const weights = unpack(state.parameters, this.slots);
    for (const weight of weights) tape.watch(weight);
    const feedback = this.#feedback(state);
    for (const { tensor } of feedback) tape.watch(tensor);
    const mode = this.#evaluates(tf, now) ? "evaluate" : "train";
    const net = this.#net(tf, this.#heldStore(state, weights), mode, now, (x) =>
      multiplied(tf, x, now),
    );
    const prediction = this.#forward(tf, net, feed);
    const { labelSmoothing } = this.setup;
    const scores = tf.crossEntropy({ ...prediction, smoothing: labelSmoothing });
    const objective = net.penalties.reduce(
      (sum, penalty) => tf.add(sum, penalty),
      scores.objective,
    );
    return { tape, weights, feedback, net, scores, objective };
  }

  /** Its layers take what they remember, as at inference. Without a memory there is nothing to choose, nor to record twice. */
  #evaluates(tf: Ops, now: Moment): boolean {
    return this.remembers && tf.phase(now, ({ byHand }) => byHand.evaluates);
  }

  #freezes(tf: Ops, now: Moment): boolean {
    return this.remembers && tf.phase(now, ({ byHand }) => byHand.freezes);
  }

  /** What multiplies the learning rate of each parameter, [parameters]; null where all is 1. */
  #rates(tf: Ops): Tensor | null {
    const { slots } = this;
    if (slots.every(({ rate }) => rate === 1)) return null;
    const values = slots.flatMap(({ size, rate }) => Array<number>(roomOf(size)).fill(rate));
    return tf.constant(`rates of ${this.setup.id}`, [values.length], () => values);
  }

  #predicted(tf: Ops, state: LaneState, feed: Feed, clock: Clock, mode: Mode) {
    const store = this.#heldStore(state, unpack(state.parameters, this.slots));
    return this.#forward(tf, this.#net(tf, store, mode, clock), feed);
  }

  #forward(tf: Ops, net: LaneNet, feed: Feed) {
    const { model, facts, modelParams } = this.setup;
    return model.forward(tf, net, feed.batch, facts, modelParams);
  }

  #net(
    tf: Ops,
    store: Store,
    mode: Mode,
    clock: Clock,
    input: (x: Tensor) => Tensor = (x) => x,
  ): LaneNet {
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
      input,
    });
  }

  #heldStore({ memory }: LaneState, weights: readonly Tensor[]): Store {
    const byName = new Map(this.slots.map(({ name }, i) => [name, weights[i] as Tensor]));
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
  #feedback(state: LaneState): { site: SiteId; name: string; tensor: Tensor }[] {
    return Object.entries(this.#memorySpecs).flatMap(([site, specs]) =>
      Object.entries(specs).flatMap(([name, spec]) => {
        const tensor = state.memory[site]?.[name];
        return spec.writtenBy === "backward" && tensor ? [{ site, name, tensor }] : [];
      }),
    );
  }

  #nextMemory(
    tf: Ops,
    state: LaneState,
    net: LaneNet,
    changes: readonly (Tensor | null)[],
  ): LaneState["memory"] {
    const next = Object.fromEntries(
      Object.entries(state.memory).map(([site, old]) => [site, { ...old, ...net.written[site] }]),
    );
    this.#feedback(state).forEach(({ site, name, tensor }, i) => {
      const change = changes[i];
      const memory = next[site];
      if (change && memory) memory[name] = tf.add(tensor, change);
    });
    return next;
  }
}

/** k is a number that changes from step to step, so that one recording serves for all. */
function multiplied(tf: Ops, x: Tensor, now: Moment): Tensor {
  if (!tf.phase(now, ({ byHand }) => byHand.times !== 1)) return x;
  return tf.mul(
    x,
    tf.now(now, ({ byHand }) => byHand.times),
  );
}
