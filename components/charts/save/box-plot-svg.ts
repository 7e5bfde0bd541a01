import { boxPlotLayout } from "../box-plot-layout.ts";
import type { PlacedBox } from "../box-plot-layout.ts";
import { axisMarkup } from "./axis-markup.ts";
import { legendMarkup } from "./legend-markup.ts";
import type { SavedBoxes } from "./saved-chart.ts";
import { element, PAPER_WARM } from "./svg-markup.ts";

/** Half of a diamond. */
const DIAMOND = 2.4;
const LEGEND = 22;

/** The marks of a box plot at a size, a legend above them. */
export function boxPlotMarkup(chart: SavedBoxes, width: number, height: number): string {
  const layout = boxPlotLayout({ ...chart, width, height: height - LEGEND });
  const ground = { width, height: height - LEGEND, fill: PAPER_WARM };
  const ticksBelow = layout.groups.map(({ label, at }) => ({
    at,
    parts: { mantissa: label, exponent: null },
  }));
  return [
    legendMarkup(chart.series, 10),
    element(
      "g",
      { transform: `translate(0 ${LEGEND})` },
      chart.recorded ? element("rect", ground) : "",
      ...layout.boxes.map(boxMarkup),
      axisMarkup({ ...layout, ticksBelow }, chart.yLabel),
    ),
  ].join("\n");
}

function boxMarkup({ style, left, width, q1, median, q3, low, high, outliers }: PlacedBox): string {
  const colour = style.colour.light;
  const middle = left + width / 2;
  const ends = [low, high].map((end) => `M${left + width / 4},${end}h${width / 2}`).join("");
  const rule = { fill: "none", stroke: colour, "stroke-width": 1.25 };
  const box = { x: left, y: q3, width, height: Math.max(0, q1 - q3) };
  const diamonds = outliers.map(
    (y) =>
      `M${middle},${y - DIAMOND}l${DIAMOND},${DIAMOND}l${-DIAMOND},${DIAMOND}l${-DIAMOND},${-DIAMOND}z`,
  );
  return [
    element("path", { d: `M${middle},${q1}V${low}M${middle},${q3}V${high}${ends}`, ...rule }),
    element("rect", { ...box, fill: colour, "fill-opacity": 0.16 }),
    element("rect", { ...box, ...rule, "stroke-dasharray": style.dash.join(" ") || undefined }),
    element("path", { d: `M${left},${median}h${width}`, ...rule, "stroke-width": 2.5 }),
    diamonds.length > 0 ? element("path", { d: diamonds.join(""), fill: colour }) : "",
  ].join("");
}
