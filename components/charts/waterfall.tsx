import { useCallback, useId, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { formatInteger } from "../prose/format.ts";
import { useGround } from "../theme/use-ground.ts";
import { usePainting } from "../use-painting.ts";
import { useSize } from "../use-size.ts";
import { DivergingLegend } from "./diverging-legend.tsx";
import { eventsAt, LineChartEvents } from "./line-chart-events.tsx";
import type { ChartEvent } from "./line-chart-events.tsx";
import type { Domain } from "./shared-domain.ts";
import { cellForKey, stepInRows } from "./waterfall-cursor.ts";
import { waterfallLayout } from "./waterfall-layout.ts";
import type { Cell, Strip, WaterfallLayout } from "./waterfall-layout.ts";
import { WaterfallPainter } from "./waterfall-painter.ts";
import { deviationRange, shareBeyond } from "./waterfall-rows.ts";
import type { WaterfallRows } from "./waterfall-rows.ts";
import { WaterfallAxes, WaterfallCursor } from "./waterfall-axes.tsx";
import "./waterfall.css";

export interface WaterfallProps {
  readonly title: string;
  /** One sentence that says what the chart shows. */
  readonly summary: string;
  /** What a colour means: a formula, and in words. */
  readonly unit: ReactNode;
  /** A deviation as it is written at the scale and in words. */
  readonly written: (deviation: number) => string;
  readonly strips: readonly Strip[];
  readonly rows: WaterfallRows;
  /** Changes when words should follow the data; the image itself follows with every frame that brings some. */
  readonly version: number;
  readonly xDomain: Domain;
  /** A step, shared by all charts. */
  readonly crosshair: number | null;
  readonly onCrosshair: (step: number | null) => void;
  readonly events: readonly ChartEvent[];
  /** What to say while there is nothing. */
  readonly empty: string;
  /** What a channel of a lane measured at a step, in a sentence. */
  readonly describe: (strip: string, channel: number, step: number) => string;
}

const FIRST_WIDTH = 800;

/** Channels downwards, steps to the right, a strip a lane; colour says how far each strays, and to which side. */
export function Waterfall(props: WaterfallProps) {
  const { title, strips, rows, version, crosshair, events, empty } = props;
  const [watchSize, { width }] = useSize({ width: FIRST_WIDTH, height: 0 });
  const layout = useLayout(props, width);
  const range = useRange(rows, strips, version);
  const [cell, point] = useState<Cell | null>(null);
  const ids = useId();
  const isEmpty = rows.end === rows.start;
  const { onKeyDown, onPointer, onLeave } = useCursor(props, layout, cell, point);
  return (
    // The figure is the chart's keyboard: arrows move over steps and channels, and what is met is read out below.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <figure
      className="waterfall"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-labelledby={`${ids}title`}
      aria-describedby={`${ids}summary`}
    >
      <figcaption>
        <span id={`${ids}title`} className="waterfall-title">
          {title}
        </span>
        <span id={`${ids}summary`} className="said">
          {props.summary}
        </span>
        <DivergingLegend
          range={range}
          unit={props.unit}
          written={props.written}
          beyond={shareBeyond(rows, strips, range)}
        />
      </figcaption>
      <div
        ref={watchSize}
        className="waterfall-plot"
        style={{ height: layout.height }}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={onLeave}
      >
        <Image layout={layout} rows={rows} range={range} />
        <svg width={layout.width} height={layout.height} aria-hidden="true">
          <WaterfallAxes layout={layout} crosshair={isEmpty ? null : crosshair} />
          {isEmpty ? null : <WaterfallCursor layout={layout} step={crosshair} cell={cell} />}
          <LineChartEvents layout={layout} events={events} crosshair={crosshair} />
        </svg>
        {isEmpty ? <p className="waterfall-empty">{empty}</p> : null}
      </div>
      <p className="waterfall-readout" aria-live="polite">
        {isEmpty ? "" : readout(props, layout, cell)}
      </p>
    </figure>
  );
}

function useLayout({ strips, xDomain }: WaterfallProps, width: number): WaterfallLayout {
  const [low, high] = xDomain;
  return useMemo(
    () => waterfallLayout({ width, strips, xDomain: [low, high], xLabel: "step" }),
    [width, strips, low, high],
  );
}

/** The scale that is on the screen, so that the next one can leave it where it fits. */
function useRange(rows: WaterfallRows, strips: readonly Strip[], version: number): number {
  const [shown, show] = useState<{ readonly rows: WaterfallRows; readonly range: number } | null>(
    null,
  );
  const previous = shown?.rows === rows ? shown.range : null;
  // The same rows grow in place; another version says so.
  const range = useMemo(
    () => (version >= 0 ? deviationRange(rows, strips, previous) : 1),
    [rows, strips, version, previous],
  );
  if (shown?.rows !== rows || shown.range !== range) show({ rows, range });
  return range;
}

interface ImageProps {
  readonly layout: WaterfallLayout;
  readonly rows: WaterfallRows;
  readonly range: number;
}

function Image({ layout, rows, range }: ImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useGround();
  const [painter] = useState(() => new WaterfallPainter());
  usePainting(
    canvas,
    useCallback(
      (node) => painter.paint(node, { layout, rows, range, ground }),
      [painter, layout, rows, range, ground],
    ),
  );
  return (
    <canvas
      ref={canvas}
      style={{ width: layout.width, height: layout.height }}
      aria-hidden="true"
    />
  );
}

/** What moves the cursor: a pointer over the strips, or keys while the figure has focus. */
function useCursor(
  { strips, rows, crosshair, onCrosshair }: WaterfallProps,
  { plot, stepAt, cellAt }: WaterfallLayout,
  cell: Cell | null,
  point: (cell: Cell | null) => void,
) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const next = cellForKey(event.key, cell, strips);
      const step = stepInRows(event.key, crosshair, rows);
      if (next === undefined && step === undefined) return;
      event.preventDefault();
      // Either key brings the whole cursor, so that there is something to read.
      if (step === null) point(null);
      else point(next ?? cell ?? { strip: 0, channel: 0 });
      if (step !== undefined) onCrosshair(step);
      else if (crosshair === null) onCrosshair(stepInRows("End", null, rows) ?? null);
    },
    onPointer: (event: PointerEvent<HTMLElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const x = event.clientX - box.left;
      const isInside = x >= plot.left && x <= plot.right && rows.end > rows.start;
      onCrosshair(isInside ? stepAt(x) : null);
      point(isInside ? cellAt(event.clientY - box.top) : null);
    },
    onLeave: (event: PointerEvent) => {
      if (event.pointerType === "touch") return;
      onCrosshair(null);
      point(null);
    },
  };
}

function readout(
  { strips, crosshair, describe, events }: WaterfallProps,
  layout: WaterfallLayout,
  cell: Cell | null,
): string {
  const strip = cell ? strips[cell.strip] : undefined;
  if (crosshair === null || !cell || !strip) return "";
  const happened = eventsAt(layout, events, crosshair).map(({ label }) => ` ${label}.`);
  const where = `${strip.label}, channel ${formatInteger(cell.channel + 1)} of ${formatInteger(strip.channels)}`;
  return `${where}, step ${formatInteger(crosshair)}: ${describe(strip.id, cell.channel, crosshair)}${happened.join("")}`;
}
