import { useCallback, useId, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { counted, formatNumber } from "../prose/format.ts";
import { SvgNumber } from "../prose/number.tsx";
import { useGround } from "../theme/use-ground.ts";
import { usePainting } from "../use-painting.ts";
import { useSize } from "../use-size.ts";
import { stepForKey } from "./crosshair.ts";
import { pointAt } from "./line-series.ts";
import { ChartSave } from "./save/chart-save.tsx";
import { LinesPainter } from "./lines-painter.ts";
import { smallMultiplesLayout } from "./small-multiples-layout.ts";
import type { Multiple, PlacedMultiple, SmallMultiplesLayout } from "./small-multiples-layout.ts";
import type { Domain, ScaleName } from "./shared-domain.ts";
import "./small-multiples.css";

export interface SmallMultiplesProps {
  readonly title: string;
  /** One sentence that says what the charts show. */
  readonly summary: string;
  readonly yLabel: string;
  readonly multiples: readonly Multiple[];
  /** Changes when words should follow the data; the lines themselves follow with every frame that brings some. */
  readonly version: number;
  readonly scale: ScaleName;
  readonly xDomain: Domain;
  readonly yDomain: Domain;
  /** Those that are shown large elsewhere. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
  /** A step, shared by all charts. */
  readonly crosshair: number | null;
  readonly onCrosshair: (step: number | null) => void;
  /** What to say while there are no points. */
  readonly empty: string;
}

const FIRST_WIDTH = 800;

/** Many small line charts on one pair of axes. Each is a button; arrows move the crosshair of all. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { title, summary, multiples, crosshair } = props;
  const [watchSize, { width }] = useSize({ width: FIRST_WIDTH, height: 0 });
  const layout = useLayout(props, width);
  const [pointed, pointTo] = useState<string | null>(null);
  const ids = useId();
  const spoken = multiples.find(({ id }) => id === pointed);
  return (
    <figure
      className="small-multiples"
      aria-labelledby={`${ids}title`}
      aria-describedby={`${ids}summary`}
    >
      <figcaption>
        <span id={`${ids}title`} className="small-multiples-title">
          {title}
        </span>
        <span id={`${ids}summary`} className="said">
          {summary}
        </span>
      </figcaption>
      <ChartSave title={title} chart={() => ({ ...props, kind: "multiples" })} />
      <p className="small-multiples-unit" aria-hidden="true">
        {props.yLabel}
      </p>
      <div ref={watchSize} className="small-multiples-plots" style={{ height: layout.height }}>
        <Marks layout={layout} />
        <svg width={layout.width} height={layout.height} aria-hidden="true">
          {layout.cells.map((cell) => (
            <CellAxes key={cell.id} cell={cell} crosshair={layout.isEmpty ? null : crosshair} />
          ))}
        </svg>
        <ul>
          {layout.cells.map((cell) => (
            <Cell key={cell.id} cell={cell} {...props} onPointed={pointTo} />
          ))}
        </ul>
        {layout.isEmpty ? <p className="small-multiples-empty">{props.empty}</p> : null}
      </div>
      <p className="small-multiples-readout" aria-live="polite">
        {spoken ? readout(spoken, crosshair) : ""}
      </p>
    </figure>
  );
}

/** The layout of what has arrived by this version. */
function useLayout(props: SmallMultiplesProps, width: number): SmallMultiplesLayout {
  const { multiples, version, scale, xDomain, yDomain } = props;
  // The same series grow in place; another version says so.
  const drawn = useMemo(() => ({ version, multiples }), [version, multiples]);
  const [xLow, xHigh] = xDomain;
  const [yLow, yHigh] = yDomain;
  return useMemo(
    () =>
      smallMultiplesLayout({
        width,
        multiples: drawn.multiples,
        scale,
        xDomain: [xLow, xHigh],
        yDomain: [yLow, yHigh],
      }),
    [width, drawn, scale, xLow, xHigh, yLow, yHigh],
  );
}

function Marks({ layout }: { readonly layout: SmallMultiplesLayout }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useGround();
  const [painter] = useState(() => new LinesPainter());
  usePainting(
    canvas,
    useCallback(
      (node) => painter.paint(node, { layout, frames: layout.cells, ground }),
      [painter, layout, ground],
    ),
    // A dozen cells of every lane cost several frames’ worth; the words’ five times a second is soon enough.
    "words",
  );
  return (
    <canvas
      ref={canvas}
      style={{ width: layout.width, height: layout.height }}
      aria-hidden="true"
    />
  );
}

interface CellAxesProps {
  readonly cell: PlacedMultiple;
  readonly crosshair: number | null;
}

function CellAxes({ cell, crosshair }: CellAxesProps) {
  const { plot } = cell.frame;
  const x = crosshair === null ? null : Math.round(cell.x(crosshair) * 10) / 10;
  return (
    <g>
      <path
        className="small-multiples-rule"
        d={`M${plot.left},${plot.bottom + 0.5}H${plot.right}`}
      />
      {cell.yTicks.map(({ at, parts }) => (
        <g key={at}>
          <path className="small-multiples-rule" d={`M${plot.left - 5},${at}h5`} />
          <text x={plot.left - 8} y={at} dy="0.35em" textAnchor="end">
            <SvgNumber parts={parts} />
          </text>
        </g>
      ))}
      {cell.xTicks.map(({ at, parts }, place) => (
        <text key={at} x={at} y={plot.bottom + 15} textAnchor={place === 0 ? "start" : "middle"}>
          {parts.mantissa}
        </text>
      ))}
      {x === null || x < plot.left || x > plot.right ? null : (
        <path className="small-multiples-crosshair" d={`M${x},${plot.top}V${plot.bottom}`} />
      )}
    </g>
  );
}

interface CellProps extends SmallMultiplesProps {
  readonly cell: PlacedMultiple;
  readonly onPointed: (id: string | null) => void;
}

function Cell({ cell, chosen, onChoose, crosshair, onCrosshair, onPointed }: CellProps) {
  const { id, left, top, width, height, series, clipped } = cell;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stepForKey(event.key, crosshair, series, cell.frame.xDomain);
    if (next === undefined) return;
    event.preventDefault();
    onCrosshair(next);
  };
  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    const from = event.currentTarget.getBoundingClientRect().left - left;
    onPointed(id);
    onCrosshair(cell.stepAt(event.clientX - from));
  };
  return (
    <li style={{ left, top, width, height }}>
      <button
        type="button"
        aria-pressed={chosen.has(id)}
        aria-label={clipped === 0 ? id : `${id}, ${counted(clipped, "point")} off the scale`}
        onClick={() => onChoose(id)}
        onKeyDown={onKeyDown}
        onFocus={() => onPointed(id)}
        onBlur={() => onPointed(null)}
        onPointerMove={onPointer}
        onPointerLeave={(event) => {
          if (event.pointerType === "touch") return;
          onPointed(null);
          onCrosshair(null);
        }}
      >
        <span>{id}</span>
      </button>
    </li>
  );
}

/** “encoder 1 attention at step 40: BN 0.352, PN 0.12.” */
function readout({ id, series }: Multiple, crosshair: number | null): string {
  const points = series.map((line) => ({ line, at: pointAt(line, crosshair) }));
  const step = crosshair ?? points.find(({ at }) => at)?.at?.step;
  if (step === undefined) return `${id}: nothing yet.`;
  const values = points.map(
    ({ line, at }) => `${line.label} ${formatNumber(at?.value ?? Number.NaN)}`,
  );
  return `${id} at step ${step}: ${values.join(", ")}.`;
}
