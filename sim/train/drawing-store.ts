import type { MemorySpec, SiteId, Tensors } from "../contract/net.ts";
import type { Random } from "../contract/random.ts";
import { upload } from "../tensor/engine.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import type { Store } from "./lane-net.ts";
import { drawWeight, roomOf, sizeOf } from "./weights.ts";
import type { WeightSlot } from "./weights.ts";

/** What the first pass makes, as it goes. */
export interface Drawing {
  readonly slots: WeightSlot[];
  readonly drawn: Tensor[];
  readonly specs: Record<SiteId, Readonly<Record<string, MemorySpec>>>;
  readonly memory: Record<SiteId, Tensors<string>>;
}

/** The first pass's store: whatever is asked for is made, once, and noted. */
export function drawingStore(tf: Ops, random: Random, drawing: Drawing): Store {
  const { slots, drawn, specs, memory } = drawing;
  let offset = 0;
  return {
    weight(name, spec) {
      const known = slots.findIndex((slot) => slot.name === name);
      if (known !== -1) return drawn[known] as Tensor;
      const size = sizeOf(spec.shape);
      slots.push({ name, shape: spec.shape, offset, size, rate: spec.rate ?? 1 });
      offset += roomOf(size);
      const tensor = upload({ values: drawWeight(random, name, spec), shape: spec.shape });
      drawn.push(tensor);
      return tensor;
    },
    begin(name, value) {
      const known = slots.findIndex((slot) => slot.name === name);
      if (known === -1) throw new Error(`the weight "${name}" was never drawn`);
      drawn[known] = value;
    },
    memory(site, wanted) {
      specs[site] = wanted;
      const made = Object.fromEntries(
        Object.entries(wanted).map(([name, { shape, initial }]) => [name, tf.fill(shape, initial)]),
      );
      memory[site] = made;
      return made;
    },
  };
}
