import type { Statistic, Subject } from "../../sim/contract/metric.ts";
import { STATISTICS } from "../../sim/contract/metric.ts";
import type { Column, LaneReport } from "../../sim/contract/protocol.ts";
import { distanceCurves } from "../panels/curves.ts";
import type { BoxView } from "../store/view-slice.ts";

/** One box plot: which column of which lane stands beside which. */
export interface BoxPanel {
  readonly title: string;
  readonly parts: readonly BoxPart[];
}

export interface BoxPart {
  readonly id: string;
  readonly position: number;
  readonly column: number;
  /** After the lane's name, where the lanes of a plot show different statistics. */
  readonly symbol: string;
}

interface Seen {
  readonly lanes: readonly LaneReport[];
  readonly columns: readonly Column[];
  readonly hidden: readonly string[];
}

const SYMBOLS: Readonly<Record<Subject, Readonly<Record<Statistic, string>>>> = {
  input: { mean: "µ", variance: "σ²", "quadratic-mean": "ψ²" },
  gradient: { mean: "g of µ", variance: "g of σ²", "quadratic-mean": "g of ψ²" },
};

/** The pairs of the paper that these lanes have, and all lanes last. */
export function boxViews(lanes: readonly LaneReport[]): readonly BoxView[] {
  const views: BoxView[] = [];
  if (new Set(plainBatchNorms(lanes).map(({ task }) => task)).size > 1)
    views.push("resnet-transformer");
  if (bnAndPnV(lanes)) views.push("bn-pn-v");
  return [...views, "lanes"];
}

/** The plots of a view at a site by a metric. */
export function boxPanels(
  view: BoxView,
  seen: Seen,
  { site, metric, of }: { readonly site: string; readonly metric: string; readonly of: Subject },
): readonly BoxPanel[] {
  const partsOf = (statistic: Statistic, lanes: readonly LaneReport[], symbol = ""): BoxPart[] =>
    distanceCurves(seen, { site, metric, statistic })
      .filter(({ lane, aside }) => aside === null && lanes.some(({ id }) => id === lane.id))
      .map(({ lane, position, column }) => ({ id: lane.id, position, column, symbol }));
  const symbols = SYMBOLS[of];
  const pair = bnAndPnV(seen.lanes);
  if (view === "bn-pn-v" && pair)
    return [
      {
        title: `${symbols.variance} of BN against ${symbols["quadratic-mean"]} of PN-V`,
        parts: [
          ...partsOf("variance", [pair.bn], symbols.variance),
          ...partsOf("quadratic-mean", [pair.pnV], symbols["quadratic-mean"]),
        ],
      },
    ];
  if (view === "resnet-transformer") {
    const both = plainBatchNorms(seen.lanes);
    return (["mean", "variance"] as const).map((statistic) => ({
      title: `${symbols[statistic]} of BN`,
      parts: partsOf(statistic, both),
    }));
  }
  return STATISTICS.map((statistic) => ({
    title: symbols[statistic],
    parts: partsOf(statistic, seen.lanes),
  }));
}

function plainBatchNorms(lanes: readonly LaneReport[]): readonly LaneReport[] {
  return lanes.filter(({ normaliser }) => normaliser === "batch-norm");
}

/** BN and PN-V in one and the same task. */
function bnAndPnV(lanes: readonly LaneReport[]) {
  for (const bn of plainBatchNorms(lanes)) {
    const pnV = lanes.find(
      ({ normaliser, task }) => normaliser === "power-norm-v" && task === bn.task,
    );
    if (pnV) return { bn, pnV };
  }
  return null;
}
