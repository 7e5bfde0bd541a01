import { catalogue } from "../../sim/catalogue.ts";
import type { FinalDistance, SweepFile, SweepLane } from "../../sim/contract/sweep.ts";
import { median, present } from "../../sim/statistics/describe.ts";
import type { MaybeNumber } from "../../sim/statistics/describe.ts";
import { formatNumber } from "../../components/prose/format.ts";

const FIFTHS = [20, 40, 60, 80, 100] as const;

const LINES = [
  { statistic: "mean", of: "input", symbol: "µ" },
  { statistic: "variance", of: "input", symbol: "σ²" },
  { statistic: "quadratic-mean", of: "input", symbol: "ψ²" },
  { statistic: "quadratic-mean", of: "own", symbol: "own ψ²" },
] as const;

interface DistanceTableProps {
  readonly file: SweepFile;
  readonly isOpen?: boolean;
  /** Id of a metric; the paper’s where none is named. */
  readonly metric?: string;
}

/** How far batches lay from what is remembered, at the last norm; folded away until it is asked for. */
export function DistanceTable({ file, isOpen = false, metric: asked }: DistanceTableProps) {
  const metric = catalogue.metrics.find(({ id }) => asked === undefined || id === asked);
  if (!metric) return null;
  return (
    <details className="findings-distances" open={isOpen}>
      <summary>Distances by fifths of training</summary>
      <div className="score-tables">
        <table>
          <caption>
            {metric.name} at the last norm: the median of each fifth, and of the seeds
          </caption>
          <thead>
            <tr>
              <th scope="col">lane</th>
              {FIFTHS.map((percent) => (
                <th key={percent} scope="col">
                  {percent} %
                </th>
              ))}
            </tr>
          </thead>
          {LINES.map((line) => (
            <tbody key={line.symbol}>
              {file.lanes.map((lane) => {
                const medians = mediansOf(file, lane, { ...line, metric: metric.id });
                if (medians.every((value) => value === null)) return null;
                return (
                  <tr key={lane.id}>
                    <th scope="row">
                      {lane.label} {line.symbol}
                    </th>
                    {FIFTHS.map((percent, fifth) => (
                      <td key={percent}>{formatNumber(medians[fifth] ?? Number.NaN)}</td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
    </details>
  );
}

function mediansOf(
  { records }: SweepFile,
  { id }: SweepLane,
  wanted: Pick<FinalDistance, "statistic" | "of" | "metric">,
): readonly MaybeNumber[] {
  const distances = records.flatMap(({ lane, distances }) => {
    const fitting = distances.filter(
      ({ statistic, of, metric }) =>
        lane === id &&
        statistic === wanted.statistic &&
        of === wanted.of &&
        metric === wanted.metric,
    );
    // Sites come in the order of the network.
    return fitting.slice(-1);
  });
  return FIFTHS.map((_, fifth) =>
    median(present(distances.map(({ fifths }) => fifths[fifth]?.[1] ?? null))),
  );
}
