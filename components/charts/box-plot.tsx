import { useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { LaneSwatch } from "../controls/lane-swatch.tsx";
import { counted, formatNumber } from "../prose/format.ts";
import { SvgNumber } from "../prose/number.tsx";
import { useGround } from "../theme/use-ground.ts";
import { useSize } from "../use-size.ts";
import { boxPlotLayout } from "./box-plot-layout.ts";
import type { BoxMarks, BoxPlotLayout, BoxSeries } from "./box-plot-layout.ts";
import { paintBoxes } from "./paint-boxes.ts";
import { ChartSave } from "./save/chart-save.tsx";
import type { Domain, ScaleName } from "./shared-domain.ts";
import "./box-plot.css";

export interface BoxPlotProps {
  readonly title: string;
  /** One sentence that says what the plot shows. */
  readonly summary: string;
  readonly yLabel: string;
  readonly groups: readonly string[];
  readonly series: readonly BoxSeries[];
  readonly scale: ScaleName;
  readonly yDomain?: Domain | undefined;
  readonly height: number;
  /** Numbers that were not computed here: the plot says so and stands on warmer ground. */
  readonly recorded?: boolean;
  /** What to say while there are no boxes. */
  readonly empty?: string;
}

const FIRST_WIDTH = 480;
const MOST_PIXELS_PER_PIXEL = 2;

export function BoxPlot(props: BoxPlotProps) {
  const { title, summary, groups, series, scale, yDomain, height, recorded = false } = props;
  const [watchSize, { width }] = useSize({ width: FIRST_WIDTH, height });
  const layout = useMemo(
    () => boxPlotLayout({ width, height, scale, groups, series, yDomain }),
    [width, height, scale, groups, series, yDomain],
  );
  const [chosen, choose] = useState<number | null>(null);
  const ids = useId();
  return (
    // The figure is the plot's keyboard: arrows choose a group, which is read out below.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <figure
      className={recorded ? "box-plot box-plot-recorded" : "box-plot"}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={(event) => moveWith(event, chosen, groups.length, choose)}
      aria-labelledby={`${ids}title`}
      aria-describedby={`${ids}summary`}
    >
      <figcaption>
        <span id={`${ids}title`} className="box-plot-title">
          {title}
        </span>
        <span id={`${ids}summary`} className="said">
          {summary}
        </span>
        <Legend series={series} recorded={recorded} />
      </figcaption>
      <ChartSave title={title} chart={() => ({ ...props, kind: "boxes", yDomain, recorded })} />
      <div
        ref={watchSize}
        className="box-plot-area"
        style={{ height }}
        onPointerMove={(event) => choose(layout.isEmpty ? null : layout.groupAt(offset(event)))}
        onPointerLeave={(event) => (event.pointerType === "touch" ? null : choose(null))}
      >
        <Marks layout={layout} />
        <Axes layout={layout} yLabel={props.yLabel} chosen={chosen} />
        {layout.isEmpty && props.empty ? <p className="box-plot-empty">{props.empty}</p> : null}
      </div>
      <p className="box-plot-readout" aria-live="polite">
        {chosen === null ? "" : `${groups[chosen] ?? ""}: ${readout(series, chosen)}`}
      </p>
    </figure>
  );
}

/** In the order in which the boxes of a group stand. */
function Legend({ series, recorded }: Required<Pick<BoxPlotProps, "series" | "recorded">>) {
  return (
    <ul className="box-plot-legend">
      {recorded ? <li className="box-plot-word">recorded</li> : null}
      {series.map(({ id, label, style }) => (
        <li key={id}>
          <LaneSwatch style={style} />
          <b style={{ color: `var(${style.cssVariable})` }}>{label}</b>
        </li>
      ))}
    </ul>
  );
}

function Marks({ layout }: { readonly layout: BoxPlotLayout }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useGround();
  useLayoutEffect(() => {
    const node = canvas.current;
    const context = node?.getContext("2d");
    if (!node || !context) return;
    const ratio = Math.min(MOST_PIXELS_PER_PIXEL, window.devicePixelRatio);
    node.width = Math.round(layout.width * ratio);
    node.height = Math.round(layout.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintBoxes(context, layout.boxes, ground);
  }, [layout, ground]);
  return (
    <canvas
      ref={canvas}
      style={{ width: layout.width, height: layout.height }}
      aria-hidden="true"
    />
  );
}

interface AxesProps {
  readonly layout: BoxPlotLayout;
  readonly yLabel: string;
  readonly chosen: number | null;
}

function Axes({ layout, yLabel, chosen }: AxesProps) {
  const { plot } = layout;
  return (
    <svg width={layout.width} height={layout.height} aria-hidden="true">
      <path d={`M${plot.left},${plot.bottom + 0.5}H${plot.right}`} className="box-plot-rule" />
      {layout.groups.map(({ label, at }, group) => (
        <text
          key={label}
          x={at}
          y={plot.bottom + 18}
          textAnchor="middle"
          className={group === chosen ? "box-plot-chosen" : undefined}
        >
          {label}
        </text>
      ))}
      {layout.yTicks.map(({ at, parts }) => (
        <g key={at}>
          <path d={`M${plot.left - 5},${at}h5`} className="box-plot-rule" />
          <text x={plot.left - 8} y={at} dy="0.35em" textAnchor="end">
            <SvgNumber parts={parts} />
          </text>
        </g>
      ))}
      <text x={0} y={10}>
        {yLabel}
      </text>
    </svg>
  );
}

function offset(event: PointerEvent<HTMLElement>): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left;
}

function moveWith(
  event: KeyboardEvent,
  chosen: number | null,
  count: number,
  choose: (group: number | null) => void,
): void {
  const at = chosen ?? -1;
  const next = { ArrowRight: at + 1, ArrowLeft: chosen === null ? count - 1 : at - 1 }[event.key];
  if (event.key === "Escape") choose(null);
  else if (next !== undefined) choose(Math.max(0, Math.min(count - 1, next)));
  else return;
  event.preventDefault();
}

/** “BN median 1.02, quartiles 0.775 to 1.47, 36 outliers up to 4.89”, for every lane. */
export function readout(series: readonly BoxSeries[], group: number): string {
  const words = series.flatMap(({ label, boxes }) => {
    const box = boxes[group];
    return box ? [`${label} ${boxWords(box)}`] : [];
  });
  return words.length > 0 ? `${words.join("; ")}.` : "nothing yet.";
}

function boxWords({ q1, median, q3, outliers, beyond = outliers.length }: BoxMarks): string {
  const quartiles = `median ${formatNumber(median)}, quartiles ${formatNumber(q1)} to ${formatNumber(q3)}`;
  if (beyond === 0) return `${quartiles}, no outlier`;
  const most = outliers.reduce((largest, value) => Math.max(largest, value), -Infinity);
  return `${quartiles}, ${counted(beyond, "outlier")}, the largest at ${formatNumber(most)}`;
}
