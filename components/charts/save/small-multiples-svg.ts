import { smallMultiplesLayout } from "../small-multiples-layout.ts";
import type { PlacedMultiple } from "../small-multiples-layout.ts";
import { axisMarkup } from "./axis-markup.ts";
import { legendMarkup } from "./legend-markup.ts";
import { clipMarkup, inOrder, lineMarkup } from "./line-markup.ts";
import type { SavedMultiples } from "./saved-chart.ts";
import { element, escaped, INK, INK_SECONDARY, numberMarkup, wrapped } from "./svg-markup.ts";

const LEGEND = 40;

/** Many small charts on one pair of axes, a legend and their unit above them; and how high all that is. */
export function smallMultiplesMarkup(
  chart: SavedMultiples,
  width: number,
): { readonly markup: string; readonly height: number } {
  const { cells, height } = smallMultiplesLayout({ ...chart, width });
  const markup = [
    legendMarkup(chart.multiples[0]?.series ?? [], 10),
    element("text", { x: 0, y: 28, fill: INK }, escaped(chart.yLabel)),
    element("g", { transform: `translate(0 ${LEGEND})` }, ...cells.map(cellMarkup)),
  ].join("\n");
  return { markup, height: height + LEGEND };
}

function cellMarkup(cell: PlacedMultiple, place: number): string {
  const { id, left, top, width, frame, series, yTicks, xTicks } = cell;
  const clip = `cell-${place}`;
  return [
    clipMarkup(frame.plot, clip),
    ...wrapped(id, width).map((words, i) =>
      element("text", { x: left, y: top + 11 + 13 * i, fill: INK }, escaped(words)),
    ),
    ...inOrder(series).map((line) => lineMarkup(line, frame, clip)),
    axisMarkup({ plot: frame.plot, yTicks, ticksBelow: [] }, ""),
    ...xTicks.map(({ at, parts }, i) =>
      element(
        "text",
        {
          x: at,
          y: frame.plot.bottom + 15,
          fill: INK_SECONDARY,
          // The first begins at its plot, so that it keeps clear of the last of the plot before.
          "text-anchor": i === 0 ? "start" : "middle",
        },
        numberMarkup(parts),
      ),
    ),
  ].join("");
}
