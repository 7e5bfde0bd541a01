import { useId, useMemo, useRef } from "react";
import type { PointerEvent } from "react";
import { formatInteger, formatNumber } from "../prose/format.ts";
import { useSize } from "../use-size.ts";
import {
  columnOfHandle,
  DRAWN_COLUMNS,
  DRAWN_HANDLES,
  stroked,
  withHandle,
} from "./drawn-curve.ts";
import type { DrawnCurve, Stroke } from "./drawn-curve.ts";
import { LineChartAxes } from "./line-chart-axes.tsx";
import { lineChartLayout } from "./line-chart-layout.ts";
import type { LineChartLayout } from "./line-chart-layout.ts";
import type { Domain } from "./shared-domain.ts";
import "./curve-drawing.css";

export interface CurveDrawingProps {
  /** What is to be drawn, as a question. */
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xDomain: Domain;
  readonly yDomain: Domain;
  readonly curve: DrawnCurve;
  readonly onDraw: (curve: DrawnCurve) => void;
  readonly height?: number;
}

const HEIGHT = 220;
const FIRST_WIDTH = 360;
/** A slider moves in so many places. */
const PLACES = 40;

/** Empty axes to draw an expected curve into: with a pen, a finger or a mouse, or with one slider for each of a few points. */
export function CurveDrawing(props: CurveDrawingProps) {
  const { title, curve, xDomain, yDomain, xLabel, yLabel, height = HEIGHT } = props;
  const [watchSize, { width }] = useSize({ width: FIRST_WIDTH, height });
  const layout = useMemo(
    () => lineChartLayout({ width, height, series: [], scale: "linear", xDomain, yDomain, xLabel }),
    [width, height, xDomain, yDomain, xLabel],
  );
  const pen = usePen(props, layout);
  const isEmpty = !curve.some(Number.isFinite);
  return (
    <figure className="curve-drawing" aria-label={title}>
      <figcaption className="line-chart-title">{title}</figcaption>
      <div ref={watchSize} className="curve-drawing-plot" style={{ height }} {...pen}>
        <svg width={width} height={height} aria-hidden="true">
          <LineChartAxes layout={layout} xLabel={xLabel} yLabel={yLabel} crosshair={null} />
          <path className="curve-drawing-line" d={pathOf(curve, layout, xDomain)} />
        </svg>
        {isEmpty ? (
          <p className="curve-drawing-empty" aria-hidden="true">
            Draw here, from left to right.
          </p>
        ) : null}
      </div>
      <Handles {...props} />
    </figure>
  );
}

/** The keyboard’s way of drawing, and anyone’s who would rather not draw. */
function Handles({ curve, xDomain, yDomain, xLabel, onDraw }: CurveDrawingProps) {
  const id = useId();
  const [low, high] = yDomain;
  const middle = (low + high) / 2;
  return (
    <fieldset className="curve-drawing-handles">
      <legend>Or set it point by point</legend>
      {Array.from({ length: DRAWN_HANDLES }, (_, handle) => {
        const value = curve[columnOfHandle(handle)] ?? Number.NaN;
        const name = `${xLabel} ${formatInteger(stepOf(columnOfHandle(handle), xDomain))}`;
        return (
          <div key={name} className="curve-drawing-handle">
            <input
              id={`${id}${handle}`}
              type="range"
              min={low}
              max={high}
              step={(high - low) / PLACES}
              value={Number.isFinite(value) ? value : middle}
              aria-valuetext={Number.isFinite(value) ? formatNumber(value) : "not set"}
              onChange={(event) =>
                onDraw(withHandle(curve, handle, event.target.valueAsNumber, middle))
              }
            />
            <label htmlFor={`${id}${handle}`}>{name}</label>
          </div>
        );
      })}
    </fieldset>
  );
}

/** What a pointer does to the curve while it is down. */
function usePen({ curve, onDraw, yDomain }: CurveDrawingProps, layout: LineChartLayout) {
  const last = useRef<Stroke | null>(null);
  const draw = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const next = strokeAt(event.clientX - box.left, event.clientY - box.top, layout, yDomain);
    onDraw(stroked(curve, last.current, next));
    last.current = next;
  };
  const lift = (): void => {
    last.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      draw(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (last.current !== null) draw(event);
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
}

function strokeAt(x: number, y: number, { plot }: LineChartLayout, [low, high]: Domain): Stroke {
  const across = within((x - plot.left) / (plot.right - plot.left));
  const up = within((plot.bottom - y) / (plot.bottom - plot.top));
  return { column: Math.round(across * (DRAWN_COLUMNS - 1)), value: low + up * (high - low) };
}

function within(part: number): number {
  return Math.max(0, Math.min(1, part));
}

/** The step that a column stands for. */
export function stepOf(column: number, [first, last]: Domain): number {
  return first + ((last - first) * column) / (DRAWN_COLUMNS - 1);
}

function pathOf(curve: DrawnCurve, layout: LineChartLayout, xDomain: Domain): string {
  return curve
    .map((value, column) => {
      if (!Number.isFinite(value)) return "";
      const verb = Number.isFinite(curve[column - 1]) ? "L" : "M";
      return `${verb}${layout.x(stepOf(column, xDomain))},${layout.y(value)}`;
    })
    .join("");
}
