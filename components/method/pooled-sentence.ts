import type { NormaliserDefinition } from "../../sim/contract/normaliser.ts";
import { CUBE_AXES, pooledEdges } from "./cube-layout.ts";
import type { CubeAxis, Layout } from "./cube-layout.ts";

/** What one cell along an edge is called, alone and together. */
export const EDGE_WORDS: Readonly<
  Record<Layout, Readonly<Record<CubeAxis, { readonly one: string; readonly all: string }>>>
> = {
  image: {
    batch: { one: "picture", all: "pictures" },
    position: { one: "position", all: "positions" },
    channel: { one: "channel", all: "channels" },
  },
  sequence: {
    batch: { one: "sequence", all: "sequences" },
    position: { one: "token", all: "tokens" },
    channel: { one: "channel", all: "channels" },
  },
};

type Pooled = Pick<NormaliserDefinition, "axes" | "pools">;

/** The cube in one sentence: “One statistic for each channel, over all pictures and positions.” */
export function pooledSentence({ axes, pools }: Pooled, layout: Layout): string {
  const pooled = pooledEdges(axes, layout);
  if (pooled.size === 0)
    return pools === "weights"
      ? "No statistic of activations: the weights are measured instead."
      : "No statistic is taken; nothing is shared between cells.";
  const words = EDGE_WORDS[layout];
  const inGroups = (axes.inGroups ?? false) && pooled.has("channel");
  // From the narrowest to the widest: “each channel of each picture”; a token is one of one sequence only.
  const kept = (["channel", "position", "batch"] as const).filter((axis) => !pooled.has(axis));
  const each = kept
    .filter((axis) => !(axis === "batch" && layout === "sequence" && kept.includes("position")))
    .map((axis) => `each ${words[axis].one}`);
  if (inGroups) each.unshift("each group of channels");
  const whole = CUBE_AXES.filter((axis) => pooled.has(axis) && !(inGroups && axis === "channel"));
  const over = whole.length > 0 ? [`all ${joined(whole.map((axis) => words[axis].all))}`] : [];
  if (inGroups) over.push("the group’s channels");
  return each.length > 0
    ? `One statistic for ${each.join(" of ")}, over ${joined(over)}.`
    : `Statistics over ${joined(over)}.`;
}

/** “a, b and c” */
export function joined(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
