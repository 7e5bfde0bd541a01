import type {
  Clock,
  ConvolutionOptions,
  MapOptions,
  MemorySpec,
  Mode,
  Net,
  SiteId,
  SiteShape,
  Tensors,
  WeightSpec,
} from "../contract/net.ts";
import { zeros } from "../contract/net.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";

/** Where a pass finds its weights and memory: made on the first pass, held on all others. */
export interface Store {
  weight(name: string, spec: WeightSpec): Tensor;
  memory(site: SiteId, specs: Readonly<Record<string, MemorySpec>>): Tensors<string>;
}

export interface LaneNetParts {
  readonly tf: Ops;
  readonly store: Store;
  readonly normaliser: NormaliserDefinition;
  readonly params: NormaliserParams;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly layout: SiteShape["layout"];
  readonly heads: number;
}

type NormaliserParams = Parameters<NonNullable<NormaliserDefinition["normalise"]>>[2]["params"];

/** What the oscilloscope reads at one site in one pass. */
export interface SiteReading {
  readonly site: SiteId;
  readonly channels: number;
  /** µ_B, σ²_B and ψ²_B of the site's input, [3, channels]. */
  readonly packed: Tensor;
  /** What the layer itself compares: the batch's and the running statistic, each [channels]. */
  readonly own: { readonly batch: Tensor; readonly running: Tensor } | null;
}

/** One pass of one lane through its model: hands out weights, lets the lane's method act, and notes what was read. */
export class LaneNet implements Net {
  readonly mode: Mode;
  readonly readings: SiteReading[] = [];
  readonly penalties: Tensor[] = [];
  /** The next value of whatever memory the forward pass wrote, by site and name. */
  readonly written: Record<SiteId, Record<string, Tensor>> = {};
  readonly #parts: LaneNetParts;

  constructor(parts: LaneNetParts) {
    this.#parts = parts;
    this.mode = parts.mode;
  }

  weight(name: string, spec: WeightSpec): Tensor {
    return this.#parts.store.weight(name, spec);
  }

  linear(name: string, x: Tensor, options: MapOptions): Tensor {
    const { tf } = this.#parts;
    const shape = [lengthOfLast(x), options.outputs];
    const weight = this.weight(`${name} weight`, { shape, init: options.init });
    return this.#biased(name, tf.linear(x, weight), options);
  }

  convolution(name: string, x: Tensor, options: ConvolutionOptions): Tensor {
    const { tf } = this.#parts;
    const { size, stride, outputs, init } = options;
    const shape = [size, size, lengthOfLast(x), outputs];
    const weight = this.weight(`${name} weight`, { shape, init });
    return this.#biased(name, tf.convolution(x, weight, stride, "same"), options);
  }

  activate(_name: string, x: Tensor): Tensor {
    return this.#parts.tf.relu(x);
  }

  residual(_name: string, shortcut: Tensor, x: Tensor, branch: (x: Tensor) => Tensor): Tensor {
    return this.#parts.tf.add(shortcut, branch(x));
  }

  normalise(site: SiteId, x: Tensor, mask: Tensor | null): Tensor {
    const { tf, store, normaliser, params, clock, layout, heads } = this.#parts;
    const channels = lengthOfLast(x);
    const shape: SiteShape = { channels, layout, heads };
    const moments = tf.channelMoments(x, mask);
    if (!normaliser.normalise) {
      this.#note(site, channels, moments.packed, null);
      return x;
    }
    const specs = normaliser.weights?.(shape, params) ?? {};
    const weights = Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [
        name,
        this.weight(`${site} norm ${name}`, spec),
      ]),
    );
    const memory = store.memory(site, normaliser.memory?.(shape, params) ?? {});
    const place = { mode: this.mode, shape, clock, mask, moments, weights, memory, params };
    const { y, memory: next, penalty, own } = normaliser.normalise(tf, x, place);
    this.#note(site, channels, moments.packed, own ?? null);
    if (penalty) this.penalties.push(penalty);
    this.written[site] = next as Record<string, Tensor>;
    return y;
  }

  #biased(name: string, y: Tensor, options: MapOptions): Tensor {
    const { tf, normaliser } = this.#parts;
    if (!options.bias && normaliser.normalise) return y;
    return tf.add(y, this.weight(`${name} bias`, { shape: [options.outputs], init: zeros }));
  }

  #note(site: SiteId, channels: number, packed: Tensor, own: SiteReading["own"]): void {
    this.readings.push({ site, channels, packed, own });
  }
}

function lengthOfLast(x: Tensor): number {
  return x.shape.at(-1) ?? 1;
}
