import type { LineChartLayout } from "./line-chart-layout.ts";

interface BrushProps {
  readonly layout: LineChartLayout;
  /** Where the choice began; null where none is being made. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The steps that are being chosen: what is to be left out is veiled. */
export function LineChartBrush({ layout: { plot, x }, from, to }: BrushProps) {
  if (from === null || to === null) return null;
  const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
  const height = plot.bottom - plot.top;
  return (
    <g className="line-chart-brush">
      <rect x={plot.left} y={plot.top} width={Math.max(0, left - plot.left)} height={height} />
      <rect x={right} y={plot.top} width={Math.max(0, plot.right - right)} height={height} />
      <path d={`M${left},${plot.top}v${height}M${right},${plot.top}v${height}`} />
    </g>
  );
}
