import { SvgNumber } from "../prose/number.tsx";
import type { PlacedScatter } from "./scatter-layout.ts";

interface ScatterAxesProps {
  readonly placed: PlacedScatter;
  readonly xLabel: string;
  readonly yLabel: string;
}

/** Its lane above, values to the left and below, and what they are. */
export function ScatterAxes({ placed, xLabel, yLabel }: ScatterAxesProps) {
  const { plot, label, note, style, xTicks, yTicks } = placed;
  return (
    <g>
      <text x={plot.left} y={plot.top - 22}>
        <tspan className="scatter-lane" fill={`var(${style.cssVariable})`}>
          {label}
        </tspan>
        <tspan dx="8">{note}</tspan>
      </text>
      <text x={plot.left} y={plot.top - 7}>
        {yLabel}
      </text>
      <path className="scatter-rule" d={`M${plot.left},${plot.top}V${plot.bottom}H${plot.right}`} />
      {yTicks.map(({ at, parts }) => (
        <text key={at} x={plot.left - 6} y={at} dy="0.35em" textAnchor="end">
          <SvgNumber parts={parts} />
        </text>
      ))}
      {xTicks.map(({ at, parts }) => (
        <text key={at} x={at} y={plot.bottom + 15} textAnchor="middle">
          <SvgNumber parts={parts} />
        </text>
      ))}
      <text x={plot.right} y={plot.bottom - 6} textAnchor="end" className="scatter-x-label">
        {xLabel}
      </text>
    </g>
  );
}
