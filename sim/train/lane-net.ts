import type {
  ActivationKind,
  Clock,
  ConvolutionOptions,
  Init,
  MapOptions,
  MemorySpec,
  Mode,
  Net,
  Place,
  SiteId,
  SiteShape,
  Tensors,
  WeightSpec,
} from "../contract/net.ts";
import { ones, zeros } from "../contract/net.ts";
import type { NormaliserDefinition, Readings } from "../contract/normaliser.ts";
import type { ParamValue } from "../contract/params.ts";
import type { ChannelMoments, Ops, Tensor } from "../tensor/ops.ts";

/** Where a pass finds its weights and memory: made on the first pass, held on all others. */
export interface Store {
  weight(name: string, spec: WeightSpec): Tensor;
  memory(site: SiteId, specs: Readonly<Record<string, MemorySpec>>): Tensors<string>;
  /** On the first pass only: what a drawn weight is to begin with instead. */
  begin?(name: string, value: Tensor): void;
}

export interface LaneNetParts {
  readonly tf: Ops;
  readonly store: Store;
  readonly normaliser: NormaliserDefinition;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly layout: SiteShape["layout"];
  readonly heads: number;
  /** What is done by hand to what comes in. */
  readonly input?: (x: Tensor) => Tensor;
}

/** What the oscilloscope reads at one site in one pass. */
export interface SiteReading {
  readonly site: SiteId;
  readonly channels: number;
  /** µ_B, σ²_B and ψ²_B of the site's input, [3, channels]. */
  readonly packed: Tensor;
  /** What the layer itself compares: the batch's and the running statistic, each [channels]. */
  readonly own: { readonly batch: Tensor; readonly running: Tensor } | null;
  /** What came in, and which of its rows are real. */
  readonly x: Tensor;
  readonly mask: Tensor | null;
  readonly moments: ChannelMoments;
  /** What the normaliser made of it, whose gradient can be asked for; null where none stands. */
  readonly y: Tensor | null;
  /** γ of each channel, where the method ends in one. */
  readonly gain: Tensor | null;
  /** What the normaliser was handed; null where none stands. */
  readonly place: SitePlace | null;
}

/** A site as any normaliser is handed it. */
export type SitePlace = Place<string, string, Readonly<Record<string, ParamValue>>>;

/** What only the lane's method has to show at one of its places. */
export interface MethodReading {
  readonly place: string;
  readonly metric: string;
  readonly values: Tensor;
  /** Read where a normaliser stands, and not at a map or a branch. */
  readonly ofNorm: boolean;
}

type Apply = (x: Tensor, weight: Tensor) => Tensor;

/** One pass of one lane through its model: hands out weights, lets the lane's method act, and notes what was read. */
export class LaneNet implements Net {
  readonly mode: Mode;
  readonly readings: SiteReading[] = [];
  readonly methodReadings: MethodReading[] = [];
  readonly penalties: Tensor[] = [];
  /** The next value of whatever memory the forward pass wrote, by site and name. */
  readonly written: Record<SiteId, Record<string, Tensor>> = {};
  readonly #parts: LaneNetParts;

  constructor(parts: LaneNetParts) {
    this.#parts = parts;
    this.mode = parts.mode;
  }

  get normaliser(): NormaliserDefinition {
    return this.#parts.normaliser;
  }

  weight(name: string, spec: WeightSpec): Tensor {
    return this.#parts.store.weight(name, spec);
  }

  input(x: Tensor): Tensor {
    return this.#parts.input?.(x) ?? x;
  }

  linear(name: string, x: Tensor, options: MapOptions): Tensor {
    const { tf } = this.#parts;
    const shape = [lengthOfLast(x), options.outputs];
    return this.#map(name, x, options, shape, (from, weight) => tf.linear(from, weight));
  }

  convolution(name: string, x: Tensor, options: ConvolutionOptions): Tensor {
    const { tf } = this.#parts;
    const { size, stride, outputs } = options;
    const shape = [size, size, lengthOfLast(x), outputs];
    return this.#map(name, x, options, shape, (from, weight) =>
      tf.convolution(from, weight, stride, "same"),
    );
  }

  activate(name: string, x: Tensor, kind: ActivationKind): Tensor {
    const { tf, normaliser, params } = this.#parts;
    if (normaliser.activate && kind !== "sum") {
      const weight = (part: string, spec: WeightSpec): Tensor =>
        this.weight(`${name} ${part}`, spec);
      return normaliser.activate(tf, x, { params, weight });
    }
    if (!normaliser.branches || kind === "sum") return tf.relu(x);
    const active = tf.relu(tf.add(x, this.#scalar(`${name} shift`, zeros)));
    return kind === "branch" ? tf.add(active, this.#scalar(`${name} shift after`, zeros)) : active;
  }

  residual(name: string, shortcut: Tensor, x: Tensor, branch: (x: Tensor) => Tensor): Tensor {
    const { tf, normaliser, layout } = this.#parts;
    const { branches } = normaliser;
    if (!branches) return tf.add(shortcut, branch(x));
    const inside = branch(tf.add(x, this.#scalar(`${name} shift`, zeros)));
    const scaled = tf.mul(inside, this.#scalar(`${name} scale`, ones));
    const added =
      layout === "image" ? tf.add(scaled, this.#scalar(`${name} shift after`, zeros)) : scaled;
    this.#noteMethod(name, branches.read?.(tf, x, added));
    return tf.add(shortcut, added);
  }

  normalise(site: SiteId, x: Tensor, mask: Tensor | null): Tensor {
    const { tf, store, normaliser, params, clock, layout, heads } = this.#parts;
    const channels = lengthOfLast(x);
    const shape: SiteShape = { channels, layout, heads };
    const moments = tf.channelMoments(x, mask);
    const read = { site, channels, packed: moments.packed, x, mask, moments };
    if (!normaliser.normalise) {
      this.readings.push({ ...read, own: null, y: null, gain: null, place: null });
      return x;
    }
    const specs = normaliser.weights?.(shape, params) ?? {};
    const weights = this.#weights(`${site} norm`, specs);
    const memory = store.memory(site, normaliser.memory?.(shape, params) ?? {});
    const place = { mode: this.mode, shape, clock, mask, moments, weights, memory, params };
    const { y, memory: next, penalty, own, readings } = normaliser.normalise(tf, x, place);
    const gain = weights["gain"]?.shape.length === 1 ? weights["gain"] : null;
    this.readings.push({ ...read, own: own ?? null, y, gain, place });
    this.#noteMethod(site, readings, true);
    if (penalty) this.penalties.push(penalty);
    this.written[site] = next as Record<string, Tensor>;
    return y;
  }

  /** What was read at a place for one of the method's own metrics; null where this pass had nothing to show. */
  readingOf(place: string, metric: string): Tensor | null {
    const found = this.methodReadings.find((one) => one.place === place && one.metric === metric);
    return found?.values ?? null;
  }

  #map(
    name: string,
    x: Tensor,
    options: MapOptions,
    shape: readonly number[],
    apply: Apply,
  ): Tensor {
    const { normaliser, tf } = this.#parts;
    const { maps, branches } = normaliser;
    if (maps?.parts.includes(options.part))
      return this.#replacedMap(name, x, options, shape, apply);
    const gain = branches?.initialGain(options.part, options.branch ?? null) ?? 1;
    const y = apply(x, this.weight(`${name} weight`, { shape, init: scaled(options.init, gain) }));
    return this.#wantsBias(options)
      ? tf.add(y, this.weight(`${name} bias`, { shape: [options.outputs], init: zeros }))
      : y;
  }

  #replacedMap(
    name: string,
    x: Tensor,
    options: MapOptions,
    shape: readonly number[],
    apply: Apply,
  ): Tensor {
    const { tf, store, normaliser, clock } = this.#parts;
    const { maps } = normaliser;
    if (!maps) throw new Error(`${normaliser.id} replaces no maps`);
    const specs = maps.weights({ shape, init: options.init }, options.outputs);
    const { mask, branch = null } = options;
    const fanIn = shape.slice(0, -1).reduce((product, n) => product * n, 1);
    const place = { mask, mode: this.mode, clock, fanIn, branch, apply };
    let weights = this.#weights(name, specs);
    if (store.begin && maps.initialise) {
      weights = maps.initialise(tf, x, { ...place, weights });
      for (const [key, value] of Object.entries(weights)) store.begin(`${name} ${key}`, value);
    }
    const y = maps.map(tf, x, { ...place, weights });
    this.#noteMethod(name, maps.read?.(tf, { x, y, weights, mask }));
    return y;
  }

  /** A map that no normaliser follows needs a bias; Fixup has its scalars instead. */
  #wantsBias({ part, bias }: MapOptions): boolean {
    const { normaliser } = this.#parts;
    if (part === "classifier") return bias;
    return !normaliser.branches && (bias || !normaliser.normalise);
  }

  #weights(place: string, specs: Readonly<Record<string, WeightSpec>>): Tensors<string> {
    return Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [name, this.weight(`${place} ${name}`, spec)]),
    );
  }

  #scalar(name: string, init: Init): Tensor {
    const rate = this.#parts.normaliser.branches?.scalarRate ?? 1;
    return this.weight(name, { shape: [], init, rate });
  }

  #noteMethod(place: string, readings: Readings | undefined, ofNorm = false): void {
    for (const [metric, values] of Object.entries(readings ?? {}))
      this.methodReadings.push({ place, metric, values, ofNorm });
  }
}

function lengthOfLast(x: Tensor): number {
  return x.shape.at(-1) ?? 1;
}

function scaled(init: Init, gain: number): Init {
  switch (init.kind) {
    case "constant":
      return init;
    case "normal":
      return { ...init, deviation: init.deviation * gain };
    case "uniform":
      return { ...init, low: init.low * gain, high: init.high * gain };
  }
}
