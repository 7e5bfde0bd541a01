/** How a lane looks wherever it appears: its colour on either ground, and its dash, which is enough without colour. */
export interface LaneStyle {
  readonly colour: { readonly light: string; readonly dark: string };
  /** Lengths of stroke and gap in CSS pixels; empty is solid. */
  readonly dash: readonly number[];
  /** The custom property of tokens.css that holds the same colour for the ground in use. */
  readonly cssVariable: `--lane-${string}`;
}

export const MAIN_LANES: Readonly<Record<string, LaneStyle>> = {
  "batch-norm": style("bn", "#bb4d0a", "#f08a4b", []),
  "power-norm": style("pn", "#0a5a9a", "#64aef0", []),
  "power-norm-v": style("pn-v", "#2476a0", "#8fd0ee", [6, 3]),
  "layer-norm": style("ln", "#0a7d5c", "#4cc79c", [2, 3]),
};

export const OTHER_LANES: readonly LaneStyle[] = [
  style("other-1", "#8a4fa0", "#c795dc", [8, 3, 2, 3]),
  style("other-2", "#8c6100", "#d9ab45", [10, 4]),
  style("other-3", "#a83a5b", "#ee8aa5", [4, 2, 1, 2]),
  style("other-4", "#4d5a66", "#a3b1bd", [1, 2]),
];

/**
 * The style of a lane. The four of the paper are fixed; any other takes the next of four by its position. Where one
 * normaliser stands in two lanes, pass the lane's own id, so that the second looks different from the first.
 */
export function laneStyle(normaliserId: string, position: number): LaneStyle {
  const main = MAIN_LANES[normaliserId];
  if (main) return main;
  const other = OTHER_LANES[position % OTHER_LANES.length];
  if (!other) throw new Error(`a lane's position is a whole number from 0; got ${position}`);
  return other;
}

function style(name: string, light: string, dark: string, dash: readonly number[]): LaneStyle {
  return { colour: { light, dark }, dash, cssVariable: `--lane-${name}` };
}
