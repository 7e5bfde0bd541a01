import type { MethodMetric, NormaliserDefinition } from "../../sim/contract/normaliser.ts";
import type { Column, LaneReport } from "../../sim/contract/protocol.ts";
import type { Curve } from "./curves.ts";

type MethodColumn = Extract<Column, { readonly kind: "method" }>;

/** A number that only some of the lanes have, and where they have it. */
export interface MethodReading {
  readonly metric: MethodMetric;
  readonly methods: readonly NormaliserDefinition[];
  /** Where it is read, from the front of the network to its end. */
  readonly places: readonly string[];
}

interface Seen {
  readonly lanes: readonly LaneReport[];
  readonly columns: readonly Column[];
}

/** What the lanes of a run have to show beside the distances: each metric once, in the order of the lanes. */
export function methodReadings(
  { lanes, columns }: Seen,
  normalisers: readonly NormaliserDefinition[],
): readonly MethodReading[] {
  const methods = normalisers.filter(({ id }) => lanes.some(({ normaliser }) => normaliser === id));
  const metrics = new Map<string, MethodMetric>();
  for (const { metrics: own = [] } of methods)
    for (const metric of own) if (!metrics.has(metric.id)) metrics.set(metric.id, metric);
  return [...metrics.values()].flatMap((metric) => {
    const places = new Set(ownColumns(columns, metric.id).map(({ place }) => place));
    const having = methods.filter(({ metrics: own = [] }) =>
      own.some(({ id }) => id === metric.id),
    );
    return places.size === 0 ? [] : [{ metric, methods: having, places: [...places] }];
  });
}

/** One line for each lane that has the metric at the place. */
export function methodCurves(
  { lanes, columns, hidden }: Seen & { readonly hidden: readonly string[] },
  metric: string,
  place: string,
): readonly Curve[] {
  return lanes.flatMap((lane, position) => {
    if (hidden.includes(lane.id)) return [];
    const column = columns.findIndex(
      (candidate) =>
        candidate.kind === "method" &&
        candidate.lane === lane.id &&
        candidate.metric === metric &&
        candidate.place === place,
    );
    return column < 0 ? [] : [{ lane, position, column, aside: null }];
  });
}

/** `first`, `last`, or a name; what is not there gives way to the last. */
export function placeOf({ places }: MethodReading, choice: string): string {
  const last = places.at(-1) ?? "";
  if (choice === "first") return places[0] ?? last;
  return places.includes(choice) ? choice : last;
}

function ownColumns(columns: readonly Column[], metric: string): readonly MethodColumn[] {
  return columns.filter(
    (column): column is MethodColumn => column.kind === "method" && column.metric === metric,
  );
}
