import type { Invariance, NormaliserDefinition, Pooling } from "../../sim/contract/normaliser.ts";
import { initialValues } from "../../sim/contract/params.ts";
import { LAYOUTS } from "./cube-layout.ts";

/** What methods are grouped by, in the order of a menu. */
export const POOLING_NAMES: Readonly<Record<Pooling, string>> = {
  batch: "Over the batch",
  sample: "Within one picture or sequence",
  token: "Within one token",
  weights: "Of the weights",
  nothing: "Without a statistic",
};

export function invarianceWords(invariances: readonly Invariance[]): string {
  const [shift, scale] = [invariances.includes("shift"), invariances.includes("scale")];
  if (shift && scale)
    return "Adding a number to the whole input, or multiplying it by a positive one, leaves the output as it is.";
  if (shift)
    return "Adding a number to the whole input leaves the output as it is; multiplying it does not.";
  if (scale)
    return "Multiplying the whole input by a positive number leaves the output as it is; adding one does not.";
  return "None: adding a number to the whole input, or multiplying it, changes the output.";
}

/** Whether a network is the same function in training and at inference, as far as the method goes. */
export function inferenceWords(method: NormaliserDefinition): string {
  return hasMemory(method)
    ? "Not the same: training also looks at its own batch, inference only at what is remembered."
    : "The same: nothing is remembered, so nothing can differ.";
}

export function gradientWords({ gradient }: Pick<NormaliserDefinition, "gradient">): string {
  return gradient === "exact"
    ? "The backward pass is the gradient of the forward pass."
    : "A surrogate: its backward pass is an approximation on purpose, not the gradient of the forward pass.";
}

/** “In no paper: our adaptation — …”, for what nobody should cite. */
export function adaptationWords({ adaptation }: NormaliserDefinition): string | null {
  if (adaptation === undefined) return null;
  // It goes on with the sentence, unless it begins with a name in capitals.
  const words = /^[A-Z][a-z ]/.test(adaptation)
    ? adaptation.charAt(0).toLowerCase() + adaptation.slice(1)
    : adaptation;
  return `In no paper: our adaptation — ${words}`;
}

function hasMemory(method: NormaliserDefinition): boolean {
  const params = initialValues(method.params);
  return LAYOUTS.some((layout) => {
    const kept = method.memory?.({ channels: 8, layout, heads: 4 }, params) ?? {};
    return Object.keys(kept).length > 0;
  });
}
