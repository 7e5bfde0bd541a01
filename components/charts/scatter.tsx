import { useCallback, useId, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { counted, formatInteger } from "../prose/format.ts";
import { useGround } from "../theme/use-ground.ts";
import { usePainting } from "../use-painting.ts";
import { useSize } from "../use-size.ts";
import { ScatterAxes } from "./scatter-axes.tsx";
import { scatterLayout } from "./scatter-layout.ts";
import type { ScatterLayout, ScatterPlot } from "./scatter-layout.ts";
import { nearest, outside, scatterDomain } from "./scatter-points.ts";
import type { Points, ScatterPoints } from "./scatter-points.ts";
import { ScatterPainter } from "./scatter-painter.ts";
import type { Domain } from "./shared-domain.ts";
import { cellForKey } from "./waterfall-cursor.ts";
import type { Cell } from "./waterfall-layout.ts";
import "./scatter.css";

export interface ScatterProps {
  readonly title: string;
  /** One sentence that says what the chart shows. */
  readonly summary: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly plots: readonly ScatterPlot[];
  readonly points: ScatterPoints;
  /** Changes when words should follow the data; the marks themselves follow with every frame that brings some. */
  readonly version: number;
  /** Says what picture it is: another one finds its own scale afresh. */
  readonly what: string;
  /** What to say while there is nothing; null where there is something. */
  readonly empty: string | null;
  /** What a channel of a lane measured, in a sentence. */
  readonly describe: (plot: string, channel: number) => string;
}

const FIRST_WIDTH = 800;
/** Here channels have no direction: right is the next one, as down is. */
const SAME_KEY: Readonly<Record<string, string>> = {
  ArrowRight: "ArrowDown",
  ArrowLeft: "ArrowUp",
};

/** A square a lane, a mark a channel: this batch's value over the running one, and the diagonal where they are the same. */
export function Scatter(props: ScatterProps) {
  const { title, plots, points, empty } = props;
  const [watchSize, { width }] = useSize({ width: FIRST_WIDTH, height: 0 });
  const { domain, clipped } = useDomain(props);
  const layout = useMemo(() => scatterLayout({ width, plots, domain }), [width, plots, domain]);
  const { chosen, onKeyDown, onPointer, onLeave } = useMark(props, layout);
  const ids = useId();
  return (
    // The figure is the chart's keyboard: arrows go from channel to channel, which are read out below.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <figure
      className="scatter"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-labelledby={`${ids}title`}
      aria-describedby={`${ids}summary`}
    >
      <figcaption>
        <span id={`${ids}title`} className="scatter-title">
          {title}
        </span>
        <span id={`${ids}summary`} className="said">
          {props.summary}
        </span>
      </figcaption>
      <div
        ref={watchSize}
        className="scatter-plots"
        style={{ height: layout.height }}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={onLeave}
      >
        <Marks layout={layout} points={points} chosen={chosen} />
        <svg width={layout.width} height={layout.height} aria-hidden="true">
          {layout.plots.map((placed, place) => (
            <ScatterAxes
              key={placed.id}
              placed={placed}
              xLabel={props.xLabel}
              yLabel={place === 0 ? props.yLabel : ""}
            />
          ))}
        </svg>
        {empty === null ? null : <p className="scatter-empty">{empty}</p>}
      </div>
      <p className="scatter-clipped">
        {clipped === 0
          ? ""
          : `${counted(clipped, "channel lies", "channels lie")} off the scale: squares at the edge.`}
      </p>
      <p className="scatter-readout" aria-live="polite">
        {chosen ? readout(props, chosen) : ""}
      </p>
    </figure>
  );
}

/** What chooses a channel: a pointer near its mark, or keys while the figure has focus. */
function useMark({ plots, points }: ScatterProps, layout: ScatterLayout) {
  const [cell, point] = useState<Cell | null>(null);
  const chosen = cell && plots[cell.strip] ? cell : null;
  return {
    chosen,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const next = cellForKey(SAME_KEY[event.key] ?? event.key, chosen, plots);
      if (next === undefined && event.key !== "Escape") return;
      event.preventDefault();
      point(next ?? null);
    },
    onPointer: (event: PointerEvent<HTMLElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      point(nearest(layout.plots, points, at));
    },
    onLeave: ({ pointerType }: PointerEvent) => (pointerType === "touch" ? undefined : point(null)),
  };
}

/** The scale that is on the screen, so that the next one can leave it where it fits; and how many lie off it. */
function useDomain({ plots, points, version, what }: ScatterProps): {
  readonly domain: Domain;
  readonly clipped: number;
} {
  const [shown, show] = useState<{ readonly what: string; readonly domain: Domain } | null>(null);
  const previous = shown?.what === what ? shown.domain : undefined;
  // The same points change in place; another version says so.
  const groups = useMemo(
    () =>
      plots.flatMap(({ id }): readonly Points[] =>
        version >= 0 ? [points.of(id)].flatMap((own) => own ?? []) : [],
      ),
    [plots, points, version],
  );
  const next = useMemo(() => scatterDomain(groups, previous), [groups, previous]);
  const isSame = previous !== undefined && previous[0] === next[0] && previous[1] === next[1];
  const domain = isSame ? previous : next;
  if (!isSame) show({ what, domain });
  return { domain, clipped: outside(groups, domain) };
}

interface MarksProps {
  readonly layout: ScatterLayout;
  readonly points: ScatterPoints;
  readonly chosen: Cell | null;
}

function Marks({ layout, points, chosen }: MarksProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useGround();
  const [painter] = useState(() => new ScatterPainter());
  usePainting(
    canvas,
    useCallback(
      (node) => painter.paint(node, { layout, points, chosen, ground }),
      [painter, layout, points, chosen, ground],
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

function readout({ plots, describe }: ScatterProps, { strip, channel }: Cell): string {
  const plot = plots[strip];
  if (!plot) return "";
  const where = `channel ${formatInteger(channel + 1)} of ${formatInteger(plot.channels)}`;
  return `${plot.label}, ${where}: ${describe(plot.id, channel)}`;
}
