import type { SiteShape, WeightSpec } from "../contract/net.ts";
import { ones, zeros } from "../contract/net.ts";

/** γ and β: what most methods multiply by and add after normalising, one each a channel. */
export function affine({ channels }: SiteShape): Record<"gain" | "bias", WeightSpec> {
  return {
    gain: { shape: [channels], init: ones },
    bias: { shape: [channels], init: zeros },
  };
}
