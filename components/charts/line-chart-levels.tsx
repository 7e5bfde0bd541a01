import { numberParts, partsText } from "../prose/format.ts";
import type { LineChartLayout } from "./line-chart-layout.ts";

/** A line across a chart that belongs to no lane: a bound, and what it is called. */
export interface ChartLevel {
  readonly value: number;
  readonly label: string;
}

interface LevelsProps {
  readonly layout: LineChartLayout;
  readonly levels: readonly ChartLevel[];
}

/** Half a pixel off the edge, so that rounding puts no bound outside that lies on it. */
const EDGE = 0.5;

/** Each bound as a hairline with its name; where it is off the scale, its name at that edge says so. */
export function LineChartLevels({ layout, levels }: LevelsProps) {
  const { plot } = layout;
  if (layout.isEmpty || levels.length === 0) return null;
  return (
    <g className="line-chart-levels">
      {levels.map(({ value, label }) => {
        const at = layout.y(value);
        const words = `${label} = ${partsText(numberParts(value))}`;
        if (at < plot.top - EDGE)
          return (
            <text key={label} x={plot.left + 6} y={plot.top + 10}>
              {`${words}, above the scale`}
            </text>
          );
        if (at > plot.bottom + EDGE) return null;
        return (
          <g key={label}>
            <path d={`M${plot.left},${at}H${plot.right}`} />
            <text x={plot.left + 6} y={at < plot.top + 16 ? at + 13 : at - 5}>
              {words}
            </text>
          </g>
        );
      })}
    </g>
  );
}
