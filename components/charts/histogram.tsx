import { useId, useState } from "react";
import type { KeyboardEvent } from "react";
import { counted, formatNumber } from "../prose/format.ts";
import { SvgNumber } from "../prose/number.tsx";
import { useSize } from "../use-size.ts";
import { histogramLayout } from "./histogram-layout.ts";
import type { Bell, HistogramBar, HistogramLayout } from "./histogram-layout.ts";
import "./histogram.css";

/** Thin: this batch. Thick: what the layer remembers. */
export interface NamedBell extends Bell {
  readonly id: "batch" | "running";
  readonly label: string;
}

export interface HistogramProps {
  readonly title: string;
  /** One sentence that says what the picture shows. */
  readonly summary: string;
  readonly xLabel: string;
  /** One number a row. */
  readonly values: ArrayLike<number>;
  readonly bells: readonly NamedBell[];
  /** The number that is followed, and what it is called. */
  readonly followed: { readonly value: number; readonly label: string };
  /** A lane's custom property: the bells are drawn in its colour. */
  readonly colour: `--lane-${string}`;
  readonly height: number;
}

const FIRST_WIDTH = 440;

/** How many rows lie where, and the bells that their statistics stand for. Arrows go from bar to bar. */
export function Histogram(props: HistogramProps) {
  const { title, summary, xLabel, values, bells, followed, colour, height } = props;
  const [watchSize, { width }] = useSize({ width: FIRST_WIDTH, height });
  const [chosen, choose] = useState<number | null>(null);
  const ids = useId();
  const layout = histogramLayout({ values, bells, width, height });
  const bar = chosen === null ? undefined : layout.bars[chosen];
  return (
    // The figure is the picture's keyboard: arrows choose a bar, which is read out below.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <figure
      className="histogram"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={(event) => moveWith(event, chosen, layout.bars.length, choose)}
      onBlur={() => choose(null)}
      aria-labelledby={`${ids}title`}
      aria-describedby={`${ids}said`}
      style={{ color: `var(${colour})` }}
    >
      <figcaption>
        <span id={`${ids}title`} className="histogram-title">
          {title}
        </span>
        <span id={`${ids}said`} className="said">
          {summary}
        </span>
        <Key bells={bells} />
      </figcaption>
      <div ref={watchSize} className="histogram-area" style={{ height }}>
        <svg
          width={width}
          height={height}
          aria-hidden="true"
          onPointerMove={({ nativeEvent }) => choose(barAt(layout, nativeEvent.offsetX))}
          onPointerLeave={() => choose(null)}
        >
          <Marks layout={layout} chosen={bar} followed={followed} />
          <Axes layout={layout} xLabel={xLabel} />
        </svg>
      </div>
      <p className="histogram-readout" aria-live="polite">
        {bar ? readout(bar) : ""}
      </p>
    </figure>
  );
}

function Key({ bells }: Pick<HistogramProps, "bells">) {
  return (
    <ul className="histogram-key">
      {bells.map(({ id, label }) => (
        <li key={id}>
          <svg width="30" height="12" aria-hidden="true">
            <path className={`histogram-bell histogram-${id}`} d="M0,6H30" />
          </svg>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}

interface MarksProps {
  readonly layout: HistogramLayout;
  readonly chosen: HistogramBar | undefined;
  readonly followed: HistogramProps["followed"];
}

function Marks({ layout, chosen, followed }: MarksProps) {
  const { plot, bars, curves, x } = layout;
  const id = useId();
  const at = x(followed.value);
  return (
    <>
      <clipPath id={id}>
        <rect
          x={plot.left}
          y={plot.top}
          width={plot.right - plot.left}
          height={plot.bottom - plot.top}
        />
      </clipPath>
      {bars.map((bar) => (
        <rect
          key={bar.from}
          className={bar === chosen ? "histogram-bar histogram-chosen" : "histogram-bar"}
          x={bar.x + 0.5}
          y={bar.y}
          width={Math.max(0.5, bar.width - 1)}
          height={bar.height}
        />
      ))}
      <g clipPath={`url(#${id})`}>
        {curves.map(({ id, path }) => (
          <path key={id} className={`histogram-bell histogram-${id}`} d={path} />
        ))}
      </g>
      <path className="histogram-followed" d={`M${at},${plot.top}V${plot.bottom}`} />
      <text
        className="histogram-followed-label"
        x={at}
        y={plot.top - 6}
        textAnchor={at > (plot.left + plot.right) / 2 ? "end" : "start"}
      >
        {followed.label}
      </text>
    </>
  );
}

function Axes({ layout, xLabel }: { readonly layout: HistogramLayout; readonly xLabel: string }) {
  const { plot, xTicks, yTicks } = layout;
  return (
    <>
      <path className="histogram-rule" d={`M${plot.left},${plot.bottom}H${plot.right}`} />
      {yTicks.map(({ at, parts }) => (
        <text key={at} x={plot.left - 6} y={at + 4} textAnchor="end">
          <SvgNumber parts={parts} />
        </text>
      ))}
      <text x={0} y={12}>
        rows
      </text>
      {xTicks.map(({ at, parts }) => (
        <text key={at} x={at} y={plot.bottom + 16} textAnchor="middle">
          <SvgNumber parts={parts} />
        </text>
      ))}
      <text x={(plot.left + plot.right) / 2} y={plot.bottom + 34} textAnchor="middle">
        {xLabel}
      </text>
    </>
  );
}

function readout({ from, to, count }: HistogramBar): string {
  return `from ${formatNumber(from)} to ${formatNumber(to)}: ${counted(count, "row")}`;
}

function barAt({ bars }: HistogramLayout, x: number): number | null {
  const at = bars.findIndex((bar) => x >= bar.x && x < bar.x + bar.width);
  return at < 0 ? null : at;
}

function moveWith(
  event: KeyboardEvent,
  chosen: number | null,
  count: number,
  choose: (bar: number | null) => void,
): void {
  const next = placeFor(event.key, chosen, count);
  if (next === undefined) return;
  event.preventDefault();
  choose(next);
}

/** Undefined for a key that is not ours. */
function placeFor(key: string, chosen: number | null, count: number): number | null | undefined {
  switch (key) {
    case "ArrowRight":
      return Math.min(count - 1, (chosen ?? -1) + 1);
    case "ArrowLeft":
      return Math.max(0, (chosen ?? count) - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "Escape":
      return chosen === null ? undefined : null;
    default:
      return undefined;
  }
}
