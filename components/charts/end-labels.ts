import { numberParts } from "../prose/format.ts";
import type { NumberParts } from "../prose/format.ts";
import type { Plot } from "./chart-scales.ts";
import { textWidth } from "./chart-scales.ts";
import { pointAt } from "./line-series.ts";
import type { LineSeries } from "./line-series.ts";

/** How the labels at the right end are set, so that they always have room and never change their width. */
export interface LabelSetting {
  readonly form: "beside" | "below" | "name";
  /** From the edge of the plot to where values begin. */
  readonly valueOffset: number;
  readonly lineHeight: number;
  readonly width: number;
}

export interface EndLabel {
  readonly id: string;
  readonly label: string;
  readonly value: NumberParts;
  readonly cssVariable: string;
  readonly dash: readonly number[];
  /** The middle of the label, after it was moved clear of others. */
  readonly y: number;
  /** The point it speaks of, in pixels, kept inside the plot. */
  readonly point: { readonly x: number; readonly y: number };
}

/** From the plot to the text. */
export const LABEL_GAP = 10;
const BETWEEN = 8;
/** `0.00425`; the rare `1.23 × 10⁻⁴` reaches into the margin. */
const VALUE_WIDTH = 46;
const LINE_HEIGHT = 15;
/** Smaller values than elsewhere are written plainly, so that those of one chart can be compared at a glance. */
const LEAST_PLAIN = 1e-3;
/** No more than this part of a chart is given to the words at its end. */
const MOST_OF_WIDTH = 0.36;

/** Names and values side by side where there is room, else one below the other, else the name alone. */
export function labelSetting(
  labels: readonly string[],
  width: number,
  height: number,
): LabelSetting {
  const name = Math.max(0, ...labels.map(textWidth));
  const valueOffset = LABEL_GAP + name + BETWEEN;
  const beside = valueOffset + VALUE_WIDTH;
  if (beside <= width * MOST_OF_WIDTH && labels.length * LINE_HEIGHT <= height)
    return { form: "beside", valueOffset, lineHeight: LINE_HEIGHT, width: beside };
  const below = LABEL_GAP + Math.max(name, VALUE_WIDTH);
  if (labels.length * 2 * LINE_HEIGHT <= height)
    return { form: "below", valueOffset: LABEL_GAP, lineHeight: 2 * LINE_HEIGHT, width: below };
  return { form: "name", valueOffset: LABEL_GAP, lineHeight: LINE_HEIGHT, width: LABEL_GAP + name };
}

interface LabelFrame {
  readonly plot: Plot;
  readonly lineHeight: number;
  readonly x: (step: number) => number;
  readonly y: (value: number) => number;
}

/** A label for each line that has a finite value at the crosshair, or without one at its last step. */
export function endLabels(
  series: readonly LineSeries[],
  crosshair: number | null,
  frame: LabelFrame,
): EndLabel[] {
  const { plot } = frame;
  const spoken = series.flatMap((line) => {
    const at = pointAt(line, crosshair);
    if (!at || !Number.isFinite(at.value)) return [];
    const y = Math.max(plot.top, Math.min(plot.bottom, frame.y(at.value)));
    return [{ line, value: at.value, point: { x: frame.x(at.step), y } }];
  });
  const wanted = spoken.map(({ point }) => point.y);
  // A label may stand half beside the upper edge, but must stay clear of the axis below.
  const top = plot.top - LINE_HEIGHT / 2;
  const settled = spread(wanted, frame.lineHeight, top, plot.bottom + 4);
  return spoken.map(({ line, value, point }, index) => ({
    id: line.id,
    label: line.label,
    value: numberParts(value, { steady: true, plainFrom: LEAST_PLAIN }),
    cssVariable: line.style.cssVariable,
    dash: line.style.dash,
    y: Math.round(settled[index] ?? point.y),
    point,
  }));
}

interface Cluster {
  readonly members: readonly number[];
  readonly centre: number;
}

/**
 * Moves labels apart until no two are nearer than `gap`, each as little as possible: neighbours that collide become a
 * cluster around the mean of where they want to be. Order is kept, ties by their place in the list.
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => at(wanted, a) - at(wanted, b));
  const clusters: Cluster[] = [];
  for (const index of order) {
    let merged = clusterOf([index], wanted, gap, low, high);
    for (let last = clusters.at(-1); last && overlap(last, merged, gap); last = clusters.at(-1)) {
      clusters.pop();
      merged = clusterOf([...last.members, ...merged.members], wanted, gap, low, high);
    }
    clusters.push(merged);
  }
  const settled = Array.from({ length: wanted.length }, () => 0);
  for (const { members, centre } of clusters)
    members.forEach((member, place) => {
      settled[member] = centre + (place - (members.length - 1) / 2) * gap;
    });
  return settled;
}

function clusterOf(
  members: readonly number[],
  wanted: readonly number[],
  gap: number,
  low: number,
  high: number,
): Cluster {
  const mean = members.reduce((sum, member) => sum + at(wanted, member), 0) / members.length;
  const half = (members.length * gap) / 2;
  return { members, centre: Math.max(low + half, Math.min(high - half, mean)) };
}

function overlap(upper: Cluster, lower: Cluster, gap: number): boolean {
  const reach = ((upper.members.length + lower.members.length) * gap) / 2;
  return lower.centre - upper.centre < reach - 1e-9;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
