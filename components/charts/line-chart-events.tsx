import type { LineChartLayout } from "./line-chart-layout.ts";

/** Something that happened at a step: a setting was changed, a lane diverged. */
export interface ChartEvent {
  readonly step: number;
  /** The last step of something that lasts. */
  readonly until?: number;
  /** What happened, in a few words: “learning rate 0.01 → 0.1”. */
  readonly label: string;
}

/** As much of a chart's layout as its time axis needs. */
export type TimeAxis = Pick<LineChartLayout, "plot" | "x">;

interface EventsProps {
  readonly layout: TimeAxis;
  readonly events: readonly ChartEvent[];
  readonly crosshair: number | null;
}

/** In pixels: what the crosshair is said to touch. */
const REACH = 6;
const HALF = 4;

/** A small triangle on the time axis for each event, its words where the crosshair touches it. */
export function LineChartEvents({ layout, events, crosshair }: EventsProps) {
  const [touched] = eventsAt(layout, events, crosshair);
  return (
    <g className="line-chart-events">
      {events.map((event) => (
        <path key={`${event.step} ${event.label}`} d={markOf(layout, event)} />
      ))}
      {touched ? <EventWords layout={layout} event={touched} /> : null}
    </g>
  );
}

/** A triangle; for what lasts, one at either end, as far as the axis goes, and a bar between their feet. */
function markOf({ x, plot }: TimeAxis, { step, until }: ChartEvent): string {
  const triangle = (at: number): string => `M${x(at)},${plot.bottom + 1}l${HALF},6h${-2 * HALF}z`;
  if (until === undefined) return triangle(step);
  const end = Math.min(x(until), plot.right);
  const bar = `M${x(step)},${plot.bottom + 5}H${end}v2H${x(step)}z`;
  return x(until) > plot.right ? triangle(step) + bar : triangle(step) + bar + triangle(until);
}

function EventWords({ layout, event }: { layout: TimeAxis; event: ChartEvent }) {
  const { left, right, top } = layout.plot;
  const x = layout.x(event.step);
  const isRight = x > (left + right) / 2;
  return (
    <text x={isRight ? x - 8 : x + 8} y={top + 6} textAnchor={isRight ? "end" : "start"}>
      {event.label}
    </text>
  );
}

/** The events under the crosshair, nearest first; what lasts is as far as can be touched wherever it holds. */
export function eventsAt(
  { x }: Pick<TimeAxis, "x">,
  events: readonly ChartEvent[],
  crosshair: number | null,
): readonly ChartEvent[] {
  if (crosshair === null) return [];
  const distance = ({ step, until = step }: ChartEvent): number => {
    const fromEnd = Math.min(Math.abs(x(step) - x(crosshair)), Math.abs(x(until) - x(crosshair)));
    return step <= crosshair && crosshair <= until ? Math.min(fromEnd, REACH) : fromEnd;
  };
  return events
    .filter((event) => distance(event) <= REACH)
    .sort((a, b) => distance(a) - distance(b));
}
