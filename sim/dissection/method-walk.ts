import type { Equation } from "../contract/equation.ts";
import type { Look } from "./look.ts";

/** What one method has to say at one stage, and its arithmetic. */
interface MethodStage {
  readonly sentence: string;
  readonly equations: (look: Look) => readonly Equation[];
  /** What the numbers come to, in a sentence. */
  readonly note?: (look: Look) => string;
}

/**
 * The stages that are a method's own. The first equation of `normalise` whose name is x̂ᵢ is what γ and β then take; a method
 * without a walk is shown as the network computed it.
 */
export interface MethodWalk {
  /** More to say of the distance: what the layer itself compares. */
  readonly distance?: (look: Look) => readonly Equation[];
  readonly normalise: MethodStage;
  readonly remember: MethodStage;
  readonly backward: MethodStage;
}
