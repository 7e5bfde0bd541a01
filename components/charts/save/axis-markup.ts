import type { Plot, Tick } from "../chart-scales.ts";
import { EDGE, element, escaped, INK_SECONDARY, numberMarkup } from "./svg-markup.ts";

interface Axes {
  readonly plot: Plot;
  readonly yTicks: readonly Tick[];
  readonly ticksBelow: readonly Tick[];
}

/** One hairline below, ticks outside, units above: as every chart of the page has them. */
export function axisMarkup({ plot, yTicks, ticksBelow }: Axes, yLabel: string): string {
  const rule = { fill: "none", stroke: EDGE };
  return [
    element("path", { d: `M${plot.left},${plot.bottom + 0.5}H${plot.right}`, ...rule }),
    ...ticksBelow.map(({ at, parts }) =>
      element(
        "text",
        { x: at, y: plot.bottom + 18, fill: INK_SECONDARY, "text-anchor": "middle" },
        numberMarkup(parts),
      ),
    ),
    ...yTicks.map(
      ({ at, parts }) =>
        element("path", { d: `M${plot.left - 5},${at}h5`, ...rule }) +
        element(
          "text",
          { x: plot.left - 8, y: at + 4, fill: INK_SECONDARY, "text-anchor": "end" },
          numberMarkup(parts),
        ),
    ),
    yLabel === "" ? "" : element("text", { x: 0, y: 10, fill: INK_SECONDARY }, escaped(yLabel)),
  ].join("");
}
