import { useCallback, useId, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { counted, partsText } from "../prose/format.ts";
import { useGround } from "../theme/use-ground.ts";
import { usePainting } from "../use-painting.ts";
import { useSize } from "../use-size.ts";
import { endLabels } from "./end-labels.ts";
import type { EndLabel } from "./end-labels.ts";
import { LineChartAxes, LineChartCrosshair, LineChartLabels } from "./line-chart-axes.tsx";
import { eventsAt, LineChartEvents } from "./line-chart-events.tsx";
import type { ChartEvent } from "./line-chart-events.tsx";
import { LineChartBands } from "./line-chart-bands.tsx";
import { LineChartLevels } from "./line-chart-levels.tsx";
import type { ChartLevel } from "./line-chart-levels.tsx";
import { lineChartLayout } from "./line-chart-layout.ts";
import type { LineChartLayout } from "./line-chart-layout.ts";
import { LineChartBrush } from "./line-chart-brush.tsx";
import { LineChartGhosts } from "./line-chart-ghosts.tsx";
import { windowed, withoutGhosts } from "./line-series.ts";
import type { LineSeries } from "./line-series.ts";
import { LinesPainter } from "./lines-painter.ts";
import { ChartSave } from "./save/chart-save.tsx";
import type { SavedLines } from "./save/saved-chart.ts";
import { sharedDomain } from "./shared-domain.ts";
import type { Domain, ScaleName } from "./shared-domain.ts";
import { chosenWords, useBrush } from "./use-brush.ts";
import { useCrosshair } from "./use-crosshair.ts";
import "./line-chart.css";

export interface LineChartProps {
  /** A question. */
  readonly title: string;
  /** The same words, where some of them explain themselves. */
  readonly heading?: ReactNode;
  /** Below the title: what is drawn, as a formula. */
  readonly formula?: ReactNode;
  /** One sentence that says what the chart shows. */
  readonly summary: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly LineSeries[];
  /** Changes when words should follow the data; the lines themselves follow with every frame that brings some. */
  readonly version: number;
  readonly scale: "linear" | "log";
  readonly xDomain: readonly [number, number];
  /** Shared by small multiples; without it the chart finds its own. */
  readonly yDomain?: readonly [number, number] | undefined;
  /** A step, shared by all charts. */
  readonly crosshair: number | null;
  readonly onCrosshair: (step: number | null) => void;
  /** CSS pixels. The width follows the container. */
  readonly height?: number;
  /** What to say while there are no points. */
  readonly empty?: string;
  /** What happened on the way: a small triangle on the axis, in words at the crosshair. */
  readonly events?: readonly ChartEvent[];
  /** Areas from the axis up, behind the lines, each in the colour of its lane. */
  readonly bands?: readonly LineSeries[];
  /** Bounds that belong to no lane, each a line across the plot. */
  readonly levels?: readonly ChartLevel[];
  /** A sentence on where and when, if the lines were recorded before: the chart then says “recorded” in ink and in words. */
  readonly recorded?: string | undefined;
  /** What the ghosts among the series are, in a few words: “pinned: learning rate 0.003”. */
  readonly ghosts?: string | undefined;
  /** Steps that were chosen on a time axis; null is all of them. Without `onZoom` none can be chosen. */
  readonly zoom?: Domain | null;
  readonly onZoom?: (zoom: Domain | null) => void;
}

const HEIGHT = 240;
const FIRST_WIDTH = 640;
const NO_EVENTS: readonly ChartEvent[] = [];

export function LineChart(props: LineChartProps) {
  const { crosshair, height = HEIGHT, events = NO_EVENTS } = props;
  const [watchSize, { width }] = useSize({ width: FIRST_WIDTH, height });
  const layout = useLayout(props, width, height);
  const ids = useId();
  // Of chosen steps the last one speaks, whatever came after it.
  const spokenStep = crosshair ?? props.zoom?.[1] ?? null;
  const labels = endLabels(withoutGhosts(props.series), spokenStep, {
    ...layout,
    lineHeight: layout.labels.lineHeight,
  });
  const { anchor, ...hands } = useBrush(props, layout, useCrosshair(props, layout));

  return (
    // The figure is the chart's keyboard: arrows move the crosshair, which is read out below.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <figure
      className={props.recorded ? "line-chart line-chart-is-recorded" : "line-chart"}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={hands.onKeyDown}
      aria-labelledby={`${ids}title`}
      aria-describedby={`${ids}summary`}
    >
      <Caption {...props} id={ids} summary={summarised(props, layout.clipped)} />
      <ChartSave title={props.title} chart={() => savedLines(props, layout)} />
      <div
        ref={watchSize}
        className="line-chart-plot"
        style={{ height }}
        onPointerMove={hands.onPointerMove}
        onPointerDown={hands.onPointerDown}
        onPointerUp={hands.onPointerUp}
        onPointerLeave={hands.onPointerLeave}
      >
        {props.bands?.length ? <LineChartBands layout={layout} bands={props.bands} /> : null}
        <Marks layout={layout} series={props.series} />
        <Overlay chart={props} layout={layout} labels={labels} anchor={anchor} />
        {layout.isEmpty && props.empty ? <p className="line-chart-empty">{props.empty}</p> : null}
      </div>
      <p className="said" aria-live="polite">
        {crosshair === null
          ? ""
          : spoken(props, crosshair, labels, anchor, eventsAt(layout, events, crosshair))}
      </p>
    </figure>
  );
}

/** With the domains that are on the screen, so that the saved chart is the seen one. */
function savedLines(props: LineChartProps, { frame }: LineChartLayout): SavedLines {
  const { title, summary, xLabel, yLabel, scale, recorded } = props;
  // A run behind this one is another's, and the file would not say so.
  const series = withoutGhosts(props.series);
  const { bands = [], levels = [], events = [] } = props;
  const { xDomain, yDomain } = frame;
  const drawn = { series, bands, levels, events, xDomain, yDomain, recorded };
  return { kind: "lines", title, summary, xLabel, yLabel, scale, ...drawn };
}

interface OverlayProps {
  readonly chart: LineChartProps;
  readonly layout: LineChartLayout;
  readonly labels: readonly EndLabel[];
  /** Where a choice of steps began. */
  readonly anchor: number | null;
}

/** All that is words and hairlines. */
function Overlay({ chart, layout, labels, anchor }: OverlayProps) {
  const { crosshair, xLabel, yLabel, recorded, ghosts, levels = [], events = NO_EVENTS } = chart;
  return (
    <svg width={layout.width} height={layout.height} aria-hidden="true">
      <LineChartBrush layout={layout} from={anchor} to={crosshair} />
      <LineChartAxes
        layout={layout}
        xLabel={xLabel}
        yLabel={yLabel}
        isRecorded={recorded !== undefined}
        crosshair={crosshair}
      />
      <LineChartGhosts layout={layout} words={ghosts} />
      <LineChartLevels layout={layout} levels={levels} />
      {crosshair === null || layout.isEmpty ? null : (
        <LineChartCrosshair layout={layout} labels={labels} step={crosshair} />
      )}
      <LineChartLabels layout={layout} labels={labels} />
      <LineChartEvents layout={layout} events={events} crosshair={crosshair} />
    </svg>
  );
}

interface CaptionProps extends Pick<LineChartProps, "title" | "heading" | "formula" | "summary"> {
  /** What the ids of title and summary begin with. */
  readonly id: string;
}

function Caption({ id, title, heading = title, formula, summary }: CaptionProps) {
  return (
    <figcaption>
      <span id={`${id}title`} className="line-chart-title">
        {heading}
      </span>
      {formula ? <span className="line-chart-formula">{formula}</span> : null}
      <span id={`${id}summary`} className="said">
        {summary}
      </span>
    </figcaption>
  );
}

/** The layout of what has arrived by this version. */
function useLayout(props: LineChartProps, width: number, height: number): LineChartLayout {
  const { series, version, scale, xLabel, xDomain, yDomain } = props;
  // The same series grow in place; another version says so.
  const drawn = useMemo(() => ({ version, series }), [version, series]);
  const [xLow, xHigh] = xDomain;
  const seen = useMemo(
    () => drawn.series.map((line) => windowed(line, [xLow, xHigh])),
    [drawn, xLow, xHigh],
  );
  const [yLow, yHigh] = useOwnDomain(seen, scale, yDomain);
  return useMemo(
    () =>
      lineChartLayout({
        series: drawn.series,
        xDomain: [xLow, xHigh],
        yDomain: [yLow, yHigh],
        scale,
        xLabel,
        width,
        height,
      }),
    [drawn, scale, xLabel, width, height, xLow, xHigh, yLow, yHigh],
  );
}

/** The domain given, or else the chart's own, which stays for as long as it fits. */
function useOwnDomain(
  series: readonly LineSeries[],
  scale: ScaleName,
  given: Domain | undefined,
): Domain {
  const [kept, keep] = useState<{ readonly domain: Domain; readonly scale: ScaleName } | null>(
    null,
  );
  const previous = kept?.scale === scale ? kept.domain : undefined;
  const domain = useMemo(
    () => given ?? sharedDomain([series], scale, previous),
    [given, series, scale, previous],
  );
  if (given) return given;
  const hasMoved = domain[0] !== previous?.[0] || domain[1] !== previous[1];
  if (hasMoved) keep({ domain, scale });
  return domain;
}

interface MarksProps {
  readonly layout: LineChartLayout;
  readonly series: readonly LineSeries[];
}

/** The canvas. It is repainted when data come, and with the words when the layout or the ground is another. */
function Marks({ layout, series }: MarksProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useGround();
  const [painter] = useState(() => new LinesPainter());
  const frames = useMemo(() => [{ frame: layout.frame, series }], [layout, series]);
  usePainting(
    canvas,
    useCallback(
      (node) => painter.paint(node, { layout, frames, ground }),
      [painter, layout, frames, ground],
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

function summarised(props: LineChartProps, clipped: number): string {
  const { summary, recorded = "", ghosts, zoom } = props;
  const points = counted(clipped, "point lies", "points lie");
  const off = clipped === 0 ? "" : `${points} off the scale, marked at its edge.`;
  const shown = zoom ? `Only steps ${zoom[0]} to ${zoom[1]} are shown.` : "";
  const behind = ghosts ? `Faint lines are another run, ${ghosts}.` : "";
  return [recorded, summary, shown, behind, off].filter((words) => words !== "").join(" ");
}

/** What the crosshair meets, aloud. */
function spoken(
  { xLabel, recorded }: LineChartProps,
  step: number,
  labels: readonly EndLabel[],
  anchor: number | null,
  events: readonly ChartEvent[],
): string {
  const values = labels.map(({ label, value }) => `${label} ${partsText(value)}`);
  const happened = events.map(({ label }) => ` ${label}.`).join("");
  const origin = recorded ? "recorded, " : "";
  return `${origin}${xLabel} ${step}: ${values.join(", ") || "nothing yet"}.${happened}${chosenWords(anchor, step)}`;
}
