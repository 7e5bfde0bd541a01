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

/** The style of a lane: one of the four of the paper has its own, any other takes the next of four. */
export function laneStyle(normaliserId: string, order: number): LaneStyle {
  const main = MAIN_LANES[normaliserId];
  if (main) return main;
  const other = OTHER_LANES[order % OTHER_LANES.length];
  if (!other) throw new Error(`a lane's order is a whole number from 0; got ${order}`);
  return other;
}

/**
 * The styles of lanes that are seen together, by their normalisers. Those without a colour of their own, and the second of
 * one normaliser, take the others' in order; so up to four share none, and a lane of the paper that comes or goes recolours
 * nothing.
 */
export function laneStyles(normaliserIds: readonly string[]): readonly LaneStyle[] {
  let others = 0;
  return normaliserIds.map((id, position) => {
    const isFirst = normaliserIds.indexOf(id) === position;
    const main = isFirst ? MAIN_LANES[id] : undefined;
    return main ?? laneStyle(`another ${id}`, others++);
  });
}

function style(name: string, light: string, dark: string, dash: readonly number[]): LaneStyle {
  return { colour: { light, dark }, dash, cssVariable: `--lane-${name}` };
}
