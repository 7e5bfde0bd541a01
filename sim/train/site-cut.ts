import type { Tensors } from "../contract/net.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import { dispose, download, joined, scope } from "../tensor/engine.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { Tape } from "../tensor/tape.ts";
import type { SitePlace, SiteReading } from "./lane-net.ts";
import { sizeOf } from "./weights.ts";

/** One site of one step, as numbers. */
export interface SiteCut extends SiteBlocks<Float32Array> {
  /** Of x. */
  readonly shape: readonly number[];
}

/**
 * What a step makes of one site: what is of every position is shaped like x, the rest is of channels. Null where there is no
 * such thing: no padding, no method, nothing that comes back.
 */
interface SiteBlocks<Block> {
  readonly x: Block;
  /** 1 where a row is real. */
  readonly mask: Block | null;
  /** µ_B, σ²_B and ψ²_B, [3, channels]. */
  readonly packed: Block;
  /** x̂: the output with γ = 1 and β = 0; null where the method does not end in one γ for each channel. */
  readonly normalised: Block | null;
  readonly y: Block | null;
  /** ∂L/∂y. */
  readonly upstream: Block | null;
  /** What goes on to x through this layer alone, not past it on a residual path. */
  readonly gradient: Block | null;
  readonly weights: Readonly<Record<string, Block>>;
  readonly memoryBefore: Readonly<Record<string, Block>>;
  readonly memoryAfter: Readonly<Record<string, Block>>;
}

const NO_METHOD = {
  normalised: null,
  y: null,
  upstream: null,
  gradient: null,
  weights: {},
  memoryBefore: {},
  memoryAfter: {},
};

/**
 * Runs the method once more on what it was handed, alone on a tape of its own, so that the gradient which goes through the
 * layer is told from the one that goes past it. The numbers are those of the step to the bit.
 */
export function siteBlocks(
  opsFor: (tape: Tape | null) => Ops,
  normaliser: NormaliserDefinition,
  { x, mask, packed, place }: SiteReading,
  upstream: Tensor | null,
): SiteBlocks<Tensor> {
  if (!normaliser.normalise || !place) return { ...NO_METHOD, x, mask, packed };
  const tape = new Tape();
  const tf = opsFor(tape);
  tape.watch(x);
  const specs = normaliser.memory?.(place.shape, place.params) ?? {};
  const fedBack = Object.keys(specs).filter((name) => specs[name]?.writtenBy === "backward");
  for (const name of fedBack) tape.watch(memoryAt(place, name));
  const moments = tf.channelMoments(x, mask);
  const { y, memory, penalty } = normaliser.normalise(tf, x, { ...place, moments });
  const after: Record<string, Tensor> = { ...place.memory, ...written(memory) };
  let gradient: Tensor | null = null;
  if (upstream) {
    const axes = y.shape.map((_, axis) => axis);
    const passedOn = tf.sum(tf.mul(y, upstream), axes);
    const wanted = [x, ...fedBack.map((name) => memoryAt(place, name))];
    const parts = tape.gradients(penalty ? tf.add(passedOn, penalty) : passedOn, wanted);
    gradient = parts[0] ?? null;
    fedBack.forEach((name, i) => {
      const change = parts[i + 1];
      if (change) after[name] = opsFor(null).add(memoryAt(place, name), change);
    });
  }
  const normalised = withoutAffine(opsFor(null), normaliser, x, place);
  const { weights, memory: memoryBefore } = place;
  const layer = { normalised, y, upstream, gradient, weights, memoryBefore, memoryAfter: after };
  return { x, mask, packed, ...layer };
}

/** Computes the blocks and brings all of them over in one download; nothing stays on the device. */
export async function broughtOver(compute: () => SiteBlocks<Tensor>): Promise<SiteCut> {
  const { shapes, block } = scope(() => {
    const blocks = compute();
    const tensors: Tensor[] = [];
    const shapes = mapBlocks(blocks, (tensor) => {
      tensors.push(tensor);
      return tensor.shape;
    });
    return { shapes, block: joined(tensors) };
  });
  const numbers = await download(block);
  dispose([block]);
  let at = 0;
  const cut = mapBlocks(shapes, (shape) => {
    at += sizeOf(shape);
    return numbers.slice(at - sizeOf(shape), at);
  });
  return { ...cut, shape: shapes.x };
}

/** The same with every block put into another form, in a fixed order. */
function mapBlocks<From, To>(blocks: SiteBlocks<From>, form: (block: From) => To): SiteBlocks<To> {
  const maybe = (block: From | null): To | null => (block === null ? null : form(block));
  const each = (named: Readonly<Record<string, From>>): Readonly<Record<string, To>> =>
    Object.fromEntries(Object.entries(named).map(([name, block]) => [name, form(block)]));
  return {
    x: form(blocks.x),
    mask: maybe(blocks.mask),
    packed: form(blocks.packed),
    normalised: maybe(blocks.normalised),
    y: maybe(blocks.y),
    upstream: maybe(blocks.upstream),
    gradient: maybe(blocks.gradient),
    weights: each(blocks.weights),
    memoryBefore: each(blocks.memoryBefore),
    memoryAfter: each(blocks.memoryAfter),
  };
}

/** x̂, by the method itself. */
function withoutAffine(
  tf: Ops,
  normaliser: NormaliserDefinition,
  x: Tensor,
  place: SitePlace,
): Tensor | null {
  const { gain, bias } = place.weights;
  if (gain?.shape.length !== 1) return null;
  const weights = {
    ...place.weights,
    gain: tf.fill(gain.shape, 1),
    ...(bias && { bias: tf.fill(bias.shape, 0) }),
  };
  return normaliser.normalise?.(tf, x, { ...place, weights }).y ?? null;
}

function memoryAt({ memory }: SitePlace, name: string): Tensor {
  const tensor = memory[name];
  if (!tensor) throw new Error(`the site has no memory "${name}"`);
  return tensor;
}

/** What the forward pass wrote. */
function written(memory: Partial<Tensors<string>>): Tensors<string> {
  // `Partial` says that a method may leave some out, not that it writes nothing under a name.
  return memory as Tensors<string>;
}
