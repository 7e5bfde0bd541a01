import type { LineChartLayout } from "./line-chart-layout.ts";

/** Something that happened at a step: a setting was changed, a lane diverged. */
export interface ChartEvent {
  readonly step: number;
  /** What happened, in a few words: “learning rate 0.01 → 0.1”. */
  readonly label: string;
}

interface EventsProps {
  readonly layout: LineChartLayout;
  readonly events: readonly ChartEvent[];
  readonly crosshair: number | null;
}

/** In pixels: what the crosshair is said to touch. */
const REACH = 6;
const HALF = 4;

/** A small triangle on the time axis for each event, its words where the crosshair touches it. */
export function LineChartEvents({ layout, events, crosshair }: EventsProps) {
  const { plot } = layout;
  const [touched] = eventsAt(layout, events, crosshair);
  return (
    <g className="line-chart-events">
      {events.map(({ step, label }) => (
        <path
          key={`${step} ${label}`}
          d={`M${layout.x(step)},${plot.bottom + 1}l${HALF},6h${-2 * HALF}z`}
        />
      ))}
      {touched ? <EventWords layout={layout} event={touched} /> : null}
    </g>
  );
}

function EventWords({ layout, event }: { layout: LineChartLayout; event: ChartEvent }) {
  const { left, right, top } = layout.plot;
  const x = layout.x(event.step);
  const isRight = x > (left + right) / 2;
  return (
    <text x={isRight ? x - 8 : x + 8} y={top + 6} textAnchor={isRight ? "end" : "start"}>
      {event.label}
    </text>
  );
}

/** The events under the crosshair, nearest first. */
export function eventsAt(
  { x }: Pick<LineChartLayout, "x">,
  events: readonly ChartEvent[],
  crosshair: number | null,
): readonly ChartEvent[] {
  if (crosshair === null) return [];
  const distance = ({ step }: ChartEvent) => Math.abs(x(step) - x(crosshair));
  return events
    .filter((event) => distance(event) <= REACH)
    .sort((a, b) => distance(a) - distance(b));
}
