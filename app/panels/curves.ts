import type { Statistic } from "../../sim/contract/metric.ts";
import type { Column, LaneReport, ScoredOn } from "../../sim/contract/protocol.ts";
import { siteOf } from "./sites.ts";

/** A line of a chart: whose it is, and which column it follows. */
export interface Curve {
  readonly lane: LaneReport;
  /** The lane's place in the experiment, which gives it its colour. */
  readonly position: number;
  readonly column: number;
  /**
   * A second line of its lane: what the layer itself compares rather than its plain input, or the loss with each batch's
   * own statistics. Null for the first line.
   */
  readonly aside: "own" | "batch" | null;
}

export interface Seen {
  readonly lanes: readonly LaneReport[];
  readonly columns: readonly Column[];
  readonly hidden: readonly string[];
}

export interface DistanceChoice {
  readonly site: string;
  readonly metric: string;
  readonly statistic: Statistic;
}

/** One line a lane at its site, and a second where the layer compares something of its own. */
export function distanceCurves(seen: Seen, choice: DistanceChoice): readonly Curve[] {
  return statisticCurves(seen, choice, ["input", "own", "gradient"]);
}

/** What independent rows would have given, one line a lane where the metric says so. */
export function floorCurves(seen: Seen, choice: DistanceChoice): readonly Curve[] {
  return statisticCurves(seen, choice, ["floor"]);
}

type StatisticColumn = Extract<Column, { readonly kind: "statistic" }>;

function statisticCurves(
  seen: Seen,
  choice: DistanceChoice,
  subjects: readonly StatisticColumn["of"][],
): readonly Curve[] {
  return visibleLanes(seen).flatMap(({ lane, position }) => {
    const site = siteOf(lane, choice.site, seen.lanes);
    return subjects.flatMap((of) => {
      const column = seen.columns.findIndex(
        (candidate) =>
          candidate.kind === "statistic" &&
          candidate.lane === lane.id &&
          candidate.site === site?.id &&
          candidate.of === of &&
          candidate.metric === choice.metric &&
          candidate.statistic === choice.statistic,
      );
      return column < 0 ? [] : [{ lane, position, column, aside: of === "own" ? of : null }];
    });
  });
}

/** One line a lane for its loss or score. */
export function progressCurves(seen: Seen, kind: "loss" | "score", on: ScoredOn): readonly Curve[] {
  return visibleLanes(seen).flatMap(({ lane, position }) => {
    const column = seen.columns.findIndex(
      (candidate) => candidate.kind === kind && candidate.lane === lane.id && candidate.on === on,
    );
    return column < 0
      ? []
      : [{ lane, position, column, aside: on === "held-out-on-batch" ? "batch" : null }];
  });
}

function visibleLanes({ lanes, hidden }: Seen) {
  return lanes
    .map((lane, position) => ({ lane, position }))
    .filter(({ lane }) => !hidden.includes(lane.id));
}
