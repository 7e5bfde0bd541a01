import { useMemo } from "react";
import { Histogram } from "../../components/charts/histogram.tsx";
import type { NamedBell } from "../../components/charts/histogram.tsx";
import { RunningMove } from "../../components/charts/running-move.tsx";
import { SignedTerms } from "../../components/charts/signed-terms.tsx";
import { formatNumber } from "../../components/prose/format.ts";
import type { StageId } from "../../sim/contract/dissection.ts";
import type { Equation } from "../../sim/contract/equation.ts";
import { at, of } from "../../sim/dissection/look.ts";
import type { Look } from "../../sim/dissection/look.ts";
import { rowNumber } from "../../sim/dissection/number-tables.ts";
import { gradientBars } from "./gradient-bars.tsx";

interface PictureProps {
  readonly look: Look;
  readonly stage: StageId;
  readonly equations: readonly Equation[];
  readonly colour: `--lane-${string}`;
}

const HEIGHT = 220;

export function StagePicture({ look, stage, equations, colour }: PictureProps) {
  switch (stage) {
    case "batch":
      return <Rows look={look} colour={colour} of="x" withBells={false} />;
    case "statistics":
    case "distance":
      return <Rows look={look} colour={colour} of="x" withBells />;
    case "normalise":
      return <Rows look={look} colour={colour} of="x̂" withBells={false} />;
    case "scale":
      return <Rows look={look} colour={colour} of="y" withBells={false} />;
    case "remember":
      return <Moves look={look} colour={colour} />;
    case "backward":
      return <Terms equations={equations} colour={colour} />;
  }
}

type LookProps = Pick<PictureProps, "look" | "colour">;

const TITLES = {
  x: "What comes in?",
  x̂: "What has become of it?",
  y: "What goes on?",
} as const;

interface RowsProps extends LookProps {
  readonly of: keyof typeof TITLES;
  readonly withBells: boolean;
}

/** How the channel's rows lie; and the bells of this batch and of what is remembered. */
function Rows({ look, colour, of: kind, withBells }: RowsProps) {
  const { dissection, rows, channel } = look;
  const block = { x: dissection.x, x̂: dissection.normalised, y: dissection.y }[kind];
  const values = useMemo(
    () => (block ? Array.from(rows, (position) => at(block, look, { position })) : null),
    [block, look, rows],
  );
  if (!block || !values) return null;
  const bells = withBells ? bellsOf(look) : [];
  const title = withBells ? "Does this batch look like what is remembered?" : TITLES[kind];
  return (
    <Histogram
      title={title}
      summary={`How the ${rows.length} rows of ${kind} in channel ${channel + 1} lie${withBells ? ", with the bell of this batch, thin, and that of what is remembered, thick" : ""}.`}
      xLabel={`${kind} in channel ${channel + 1}`}
      values={values}
      bells={bells}
      followed={{ value: at(block, look), label: `row ${rowNumber(look)}` }}
      colour={colour}
      height={HEIGHT}
    />
  );
}

function bellsOf(look: Look): readonly NamedBell[] {
  const { batch, runningBefore } = look.dissection;
  const bell = (id: NamedBell["id"], words: string, mean: number, variance: number): NamedBell => ({
    id,
    mean,
    variance,
    label: `${words}: µ ${formatNumber(mean)}, σ² ${formatNumber(variance)}`,
  });
  return [
    bell("running", "remembered", of(runningBefore.mean, look), of(runningBefore.variance, look)),
    bell("batch", "this batch", of(batch.mean, look), of(batch.variance, look)),
  ];
}

function Moves({ look, colour }: LookProps) {
  const { batch, runningBefore, runningAfter, clock } = look.dissection;
  const moves = (
    [
      ["µ", "mean"],
      ["σ²", "variance"],
      ["ψ²", "quadratic-mean"],
    ] as const
  ).map(([label, statistic]) => ({
    label,
    before: of(runningBefore[statistic], look),
    batch: of(batch[statistic], look),
    after: of(runningAfter[statistic], look),
  }));
  const share = formatNumber(100 * (1 - clock.alpha));
  return (
    <RunningMove
      title="How far does it move?"
      summary={`Each remembered statistic goes ${share} % of the way to this batch’s.`}
      moves={moves}
      colour={colour}
    />
  );
}

function Terms({ equations, colour }: Pick<PictureProps, "equations" | "colour">) {
  const bars = gradientBars(equations);
  if (!bars) return null;
  return <SignedTerms {...bars} colour={colour} />;
}
