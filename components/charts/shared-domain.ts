import { tickStep } from "d3";
import type { LineSeries } from "./line-series.ts";

export type Domain = readonly [number, number];
export type ScaleName = "linear" | "log";

const EMPTY: Readonly<Record<ScaleName, Domain>> = { linear: [0, 1], log: [0.01, 1] };
/** What is below the first and above the last of these quantiles of a line is a spike, which may be clipped. */
const QUANTILES = [0.01, 0.5, 0.99] as const;
const MOST_SAMPLES = 500;
const PADDING = 0.05;
/** No more decades than these on a log axis; what lies lower is clipped. */
const MOST_DECADES = 8;
const LEAST_POSITIVE = 1e-12;
/** What rises this many times above a line's own median is clipped: a network that diverges must not flatten the others. */
const RUNAWAY: Readonly<Record<ScaleName, number>> = { linear: 20, log: 1e6 };

/**
 * One y-domain for several charts. It covers the middle 98 in 100 points of every line, so that a spike at the start
 * flattens nothing, and its ends lie on round numbers, so that it moves in steps as data grow. With the domain shown
 * so far as `previous`, that one is kept for as long as it fits.
 */
export function sharedDomain(
  groups: readonly (readonly LineSeries[])[],
  scale: ScaleName,
  previous?: Domain,
): [number, number] {
  const extents = groups.flat().flatMap((series) => robustExtent(series, scale) ?? []);
  return domainAround(extents, scale, previous);
}

/** Round numbers around all of these; `previous` for as long as it fits. */
export function domainAround(
  extents: readonly Extent[],
  scale: ScaleName,
  previous?: Domain,
): [number, number] {
  const [low, high] = scale === "log" ? logDomain(extents) : linearDomain(extents);
  if (extents.length > 0 && previous && stillFits(previous, [low, high], scale))
    return [previous[0], previous[1]];
  return [low, high];
}

interface Extent {
  readonly low: number;
  readonly high: number;
}

/** As many as there are quantiles, which `map` forgets. */
type Three = [number, number, number];

/** Between the two nearest ranks of some ascending numbers. */
function quantileOf(sorted: Float64Array, part: number): number {
  const rank = (sorted.length - 1) * part;
  const below = sorted[Math.floor(rank)] as number;
  const above = sorted[Math.ceil(rank)] as number;
  return below + (above - below) * (rank - Math.floor(rank));
}

/** Samples of one line, to be sorted in place. */
const room = new Float64Array(MOST_SAMPLES);

function robustExtent({ values, length }: LineSeries, scale: ScaleName): Extent | null {
  const stride = Math.max(1, Math.ceil(length / MOST_SAMPLES));
  let count = 0;
  for (let index = 0; index < length; index += stride) {
    const value = values[index] as number;
    if (Number.isFinite(value) && (scale === "linear" || value > 0)) room[count++] = value;
  }
  // Sorting a typed array needs no comparing function, and is several times as fast.
  const sorted = room.subarray(0, count).sort();
  if (count === 0) return null;
  const [low, middle, high] = QUANTILES.map((part) => quantileOf(sorted, part)) as Three;
  return { low, high: middle > 0 ? Math.min(high, middle * RUNAWAY[scale]) : high };
}

function linearDomain(extents: readonly Extent[]): Domain {
  if (extents.length === 0) return EMPTY.linear;
  const { low, high } = hull(extents);
  if (low === 0 && high === 0) return EMPTY.linear;
  const fromZero = low >= 0 && low <= (high * 2) / 3;
  const span = high - low || Math.abs(high) || 1;
  const padding = span * PADDING;
  const bottom = fromZero ? 0 : low - padding;
  const top = high + padding > bottom ? high + padding : bottom + 1;
  const step = tickStep(bottom, top, 5);
  return [
    withoutDust(Math.floor(bottom / step + 1e-9) * step),
    withoutDust(Math.ceil(top / step - 1e-9) * step),
  ];
}

/** Whole decades, or where there is but one, the next of 1, 2 and 5. */
function logDomain(extents: readonly Extent[]): Domain {
  if (extents.length === 0) return EMPTY.log;
  const { low, high } = hull(extents);
  const top = Math.max(high, LEAST_POSITIVE * 10);
  const bottom = Math.max(low, top / 10 ** MOST_DECADES, LEAST_POSITIVE);
  const ends: Domain = [roundDown(bottom), roundUp(top)];
  return ends[1] / ends[0] >= 10 ? ends : [ends[1] / 10, ends[1]];
}

function hull(extents: readonly Extent[]): Extent {
  return {
    low: Math.min(...extents.map(({ low }) => low)),
    high: Math.max(...extents.map(({ high }) => high)),
  };
}

/** 0.6000000000000001 is 0.6. */
function withoutDust(value: number): number {
  return Number(value.toPrecision(12));
}

const ROUND = [1, 2, 5, 10] as const;

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (ROUND.find((round) => round * power >= value * (1 - 1e-9)) ?? 10);
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return power * (ROUND.findLast((round) => round * power <= value * (1 + 1e-9)) ?? 1);
}

function stillFits(previous: Domain, next: Domain, scale: ScaleName): boolean {
  if (next[0] < previous[0] || next[1] > previous[1]) return false;
  const width = ([low, high]: Domain) => (scale === "log" ? Math.log(high / low) : high - low);
  return width(next) > 0.4 * width(previous);
}
