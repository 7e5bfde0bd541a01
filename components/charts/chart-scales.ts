import { ticks, tickStep } from "d3";
import { formatInteger, numberParts, partsText, withMinus } from "../prose/format.ts";
import type { NumberParts } from "../prose/format.ts";
import type { Domain, ScaleName } from "./shared-domain.ts";

/** Where the marks are, in CSS pixels from the top left of the chart. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Tick {
  readonly at: number;
  readonly parts: NumberParts;
}

/** Of 12 px Source Sans, on the generous side: layouts measure no text, so that they need no DOM. */
const CHARACTER_WIDTH = 6.3;
const TICK_SPACING = { x: 76, y: 40 } as const;
const FEWEST_Y_TICKS = 3;

export function textWidth(text: string): number {
  return text.length * CHARACTER_WIDTH;
}

/** Pixels for a value; beyond the domain too, and below it for what a log scale cannot show. */
export function yScale(
  scale: ScaleName,
  domain: Domain,
  { top, bottom }: Plot,
): (value: number) => number {
  if (scale === "linear") return linear(domain, [bottom, top]);
  const [low, high] = domain;
  const perUnit = (top - bottom) / Math.log(high / low);
  return (value) =>
    value > 0 ? bottom + Math.log(value / low) * perUnit : Number.POSITIVE_INFINITY;
}

/** From one range to another, and beyond both. d3's scales also mix colours and dates, at 8 kB for every visitor. */
export function linear([low, high]: Domain, [from, to]: Domain): (value: number) => number {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

export function xTicks(domain: Domain, { left, right }: Plot): Tick[] {
  const x = linear(domain, [left, right]);
  const count = Math.max(2, Math.floor((right - left) / TICK_SPACING.x));
  return ticks(domain[0], domain[1], count)
    .filter(Number.isInteger)
    .map((step) => ({ at: x(step), parts: { mantissa: formatInteger(step), exponent: null } }));
}

export function yTicks(scale: ScaleName, domain: Domain, plot: Plot): Tick[] {
  const y = yScale(scale, domain, plot);
  const room = Math.floor((plot.bottom - plot.top) / TICK_SPACING.y);
  const count = Math.max(FEWEST_Y_TICKS, room);
  const values = scale === "log" ? logValues(domain, count) : linearValues(domain, count);
  return values.map(({ value, parts }) => ({ at: y(value), parts }));
}

interface TickValue {
  readonly value: number;
  readonly parts: NumberParts;
}

function linearValues(domain: Domain, count: number): TickValue[] {
  const largest = Math.max(Math.abs(domain[0]), Math.abs(domain[1]));
  const plain = largest >= 0.02 && largest < 1e5;
  const decimals = Math.max(0, -Math.floor(Math.log10(tickStep(domain[0], domain[1], count))));
  const text = (value: number) =>
    Number.isInteger(value) ? formatInteger(value) : withMinus(value.toFixed(decimals));
  return ticks(domain[0], domain[1], count).map((value) => ({
    value,
    parts: plain ? { mantissa: text(value), exponent: null } : numberParts(value),
  }));
}

/** Powers of ten, as many as there is room for; 2 and 5 between them where there are few. */
function logValues([low, high]: Domain, count: number): TickValue[] {
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((to - from + 1) / (count + 1)));
  const multiples = to - from < 2 && count >= 3 ? [1, 2, 5] : [1];
  const values: TickValue[] = [];
  for (let power = from - 1; power <= to; power++) {
    if (multiples.length === 1 && (power - from) % every !== 0) continue;
    for (const multiple of multiples) {
      const value = Number(`${multiple}e${power}`);
      if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9))
        values.push({ value, parts: numberParts(value) });
    }
  }
  return values;
}

export function widest(ticks: readonly Tick[]): number {
  return Math.max(0, ...ticks.map(({ parts }) => textWidth(partsText(parts))));
}
