import { formatInteger } from "../prose/format.ts";
import type { Cell, WaterfallLayout } from "./waterfall-layout.ts";

interface AxesProps {
  readonly layout: WaterfallLayout;
  readonly crosshair: number | null;
}

/** A tick's text is left out where it would run into the step of the crosshair. */
const CROSSHAIR_ROOM = 26;

/** Names above the strips, their first and last channel beside them, steps below. */
export function WaterfallAxes({ layout, crosshair }: AxesProps) {
  const { plot, strips, xTicks, xLabelAt } = layout;
  const clear = crosshair === null ? Number.NaN : layout.x(crosshair);
  const below = plot.bottom + 18;
  return (
    <g>
      {strips.map(({ id, label, note, style, channels, top, bottom }) => (
        <g key={id}>
          <text x={plot.left} y={top - 6}>
            <tspan className="waterfall-lane" fill={`var(${style.cssVariable})`}>
              {label}
            </tspan>
            <tspan dx="8">{note}</tspan>
          </text>
          <text x={plot.left - 6} y={top + 9} textAnchor="end">
            1
          </text>
          <text x={plot.left - 6} y={bottom} textAnchor="end">
            {formatInteger(channels)}
          </text>
          <path className="waterfall-rule" d={`M${plot.left - 0.5},${top}V${bottom}`} />
        </g>
      ))}
      <path className="waterfall-rule" d={`M${plot.left},${plot.bottom + 0.5}H${plot.right}`} />
      {xTicks.map(({ at, parts }) =>
        Math.abs(at - clear) < CROSSHAIR_ROOM ? null : (
          <text key={at} x={at} y={below} textAnchor="middle">
            {parts.mantissa}
          </text>
        ),
      )}
      <text x={xLabelAt} y={below}>
        step
      </text>
    </g>
  );
}

interface CursorProps {
  readonly layout: WaterfallLayout;
  readonly step: number | null;
  readonly cell: Cell | null;
}

/** A hairline through all strips at the step, and a frame around the channel. */
export function WaterfallCursor({ layout, step, cell }: CursorProps) {
  if (step === null) return null;
  const { plot } = layout;
  const x = layout.x(step);
  if (x < plot.left || x > plot.right) return null;
  const band = cell ? layout.bandOf(cell) : null;
  const half = Math.max(3, layout.x(step + 1) - x) / 2;
  return (
    <g className="waterfall-cursor">
      <path d={`M${x},${plot.top}V${plot.bottom}`} />
      {band ? (
        <rect
          x={x - half - 1.5}
          y={band.top + band.height / 2 - Math.max(3, band.height) / 2 - 1.5}
          width={2 * half + 3}
          height={Math.max(3, band.height) + 3}
        />
      ) : null}
      <text x={x} y={plot.bottom + 18} textAnchor="middle">
        {formatInteger(step)}
      </text>
    </g>
  );
}
