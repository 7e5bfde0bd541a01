import { counted, formatInteger } from "../prose/format.ts";
import { SvgNumber } from "../prose/number.tsx";
import { textWidth } from "./chart-scales.ts";
import { LABEL_GAP } from "./end-labels.ts";
import type { EndLabel } from "./end-labels.ts";
import type { LineChartLayout } from "./line-chart-layout.ts";

interface AxesProps {
  readonly layout: LineChartLayout;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly isRecorded?: boolean;
  readonly crosshair: number | null;
}

/** A tick's text is left out where it would run into the step of the crosshair. */
const CROSSHAIR_ROOM = 26;

/** One hairline below, round ticks outside, units beside: no box, no grid. */
export function LineChartAxes({
  layout,
  xLabel,
  yLabel,
  isRecorded = false,
  crosshair,
}: AxesProps) {
  const { plot } = layout;
  const clear = crosshair === null ? Number.NaN : layout.x(crosshair);
  const below = plot.bottom + 18;
  return (
    <g className="line-chart-axes">
      <path d={`M${plot.left},${plot.bottom + 0.5}H${plot.right}`} className="line-chart-rule" />
      {layout.xTicks.map(({ at, parts }) =>
        Math.abs(at - clear) < CROSSHAIR_ROOM ? null : (
          <text key={at} x={at} y={below} textAnchor="middle">
            {parts.mantissa}
          </text>
        ),
      )}
      <text x={layout.xLabelAt} y={below} className="line-chart-x-label">
        {xLabel}
      </text>
      {layout.yTicks.map(({ at, parts }) => (
        <g key={at}>
          <path d={`M${plot.left - 5},${at}h5`} className="line-chart-rule" />
          <text x={plot.left - 8} y={at} dy="0.35em" textAnchor="end">
            <SvgNumber parts={parts} />
          </text>
        </g>
      ))}
      <text x={0} y={10} className="line-chart-y-label">
        {isRecorded ? <tspan className="line-chart-recorded">recorded</tspan> : null}
        {isRecorded ? ` · ${yLabel}` : yLabel}
      </text>
      <text x={layout.width} y={10} textAnchor="end" className="line-chart-clipped">
        {clippedWords(layout, isRecorded ? `recorded · ${yLabel}` : yLabel)}
      </text>
    </g>
  );
}

/** How many points are off the scale, in as many words as fit beside the name of the axis; the summary says it in full. */
export function clippedWords(
  { clipped, width }: Pick<LineChartLayout, "clipped" | "width">,
  yLabel: string,
): string {
  if (clipped === 0) return "";
  const room = width - textWidth(yLabel) - LABEL_GAP;
  const forms = [`${counted(clipped, "point")} off the scale`, `${formatInteger(clipped)} off`];
  return forms.find((words) => textWidth(words) <= room) ?? "";
}

interface LabelsProps {
  readonly layout: LineChartLayout;
  readonly labels: readonly EndLabel[];
}

/** Name and value at the right end of each line, with a faint lead from its last point. */
export function LineChartLabels({ layout: { plot, labels: setting }, labels }: LabelsProps) {
  const isStacked = setting.form === "below";
  return (
    <g className="line-chart-labels">
      {labels.map(({ id, label, value, cssVariable, dash, y, point }) => (
        <g key={id} style={{ color: `var(${cssVariable})` }}>
          <path
            className="line-chart-lead"
            strokeDasharray={dash.join(" ") || undefined}
            d={`M${point.x + 4},${point.y}H${plot.right}L${plot.right + LABEL_GAP - 3},${y}`}
          />
          <text x={plot.right + LABEL_GAP} y={isStacked ? y - 7 : y} dy="0.35em">
            {label}
          </text>
          {setting.form === "name" ? null : (
            <text
              className="line-chart-value"
              x={plot.right + setting.valueOffset}
              y={isStacked ? y + 7 : y}
              dy="0.35em"
            >
              <SvgNumber parts={value} />
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

interface CrosshairProps {
  readonly layout: LineChartLayout;
  readonly labels: readonly EndLabel[];
  readonly step: number;
}

/** One hairline through every chart, a dot where it meets a line, and its step on the axis. */
export function LineChartCrosshair({ layout, labels, step }: CrosshairProps) {
  const { plot } = layout;
  const x = layout.x(step);
  return (
    <g className="line-chart-crosshair">
      <path d={`M${x},${plot.top}V${plot.bottom}`} />
      {labels.map(({ id, cssVariable, point }) => (
        <circle key={id} cx={point.x} cy={point.y} r={3.75} fill={`var(${cssVariable})`} />
      ))}
      <text x={x} y={plot.bottom + 18} textAnchor="middle">
        {formatInteger(step)}
      </text>
    </g>
  );
}
