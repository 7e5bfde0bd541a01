import type { LaneStyle } from "../../theme/lane-styles.ts";
import { textWidth } from "../chart-scales.ts";
import { element, escaped } from "./svg-markup.ts";

interface Named {
  readonly label: string;
  readonly style: LaneStyle;
}

const STROKE = 22;
const GAP = 6;
const BETWEEN = 18;

/** Stroke and name of each, in a row whose text stands on a line. */
export function legendMarkup(series: readonly Named[], line: number): string {
  let x = 0;
  return series
    .map(({ label, style }) => {
      const colour = style.colour.light;
      const from = x;
      x += STROKE + GAP + textWidth(label) + BETWEEN;
      return (
        element("path", {
          d: `M${from},${line - 4}h${STROKE}`,
          stroke: colour,
          "stroke-width": 2,
          "stroke-dasharray": style.dash.join(" ") || undefined,
        }) +
        element(
          "text",
          { x: from + STROKE + GAP, y: line, fill: colour, "font-weight": 600 },
          escaped(label),
        )
      );
    })
    .join("");
}
