import {
  mean,
  minus,
  named,
  num,
  over,
  plus,
  root,
  square,
  times,
  total,
  worth,
} from "../contract/equation.ts";
import type { Equation, Expression, Name } from "../contract/equation.ts";
import type { Statistic } from "../contract/metric.ts";
import { at, names, of, ROWS } from "./look.ts";
import type { Look } from "./look.ts";

/** µ_B, σ²_B and ψ²_B of the channel, from its rows. */
export function batchStatistics(look: Look): readonly Equation[] {
  const { dissection, rows } = look;
  const x = (row: number): Expression =>
    named(names.x("i"), at(dissection.x, look, { position: rows[row] ?? 0 }));
  const average = mean(ROWS, "i", rows.length, x);
  const centre = named(names.batchMean, worth(average));
  const spread = mean(ROWS, "i", rows.length, (row) => square(minus(x(row), centre)));
  const { batch } = dissection;
  return [
    {
      name: names.batchMean,
      from: average,
      network: of(batch.mean, look),
      words: "the mean of the rows",
    },
    {
      name: names.batchVariance,
      from: spread,
      network: of(batch.variance, look),
      words: "the variance about it",
    },
    {
      name: names.batchQuadratic,
      from: plus(named(names.batchVariance, worth(spread)), square(centre)),
      network: of(batch["quadratic-mean"], look),
      words: "the quadratic mean: the mean of the squares",
    },
  ];
}

interface Pair {
  readonly batch: Name;
  readonly running: Name;
  readonly words: string;
}

const PAIRS: Readonly<Record<Statistic, Pair>> = {
  mean: { batch: names.batchMean, running: { letter: "µ" }, words: "mean" },
  variance: {
    batch: names.batchVariance,
    running: { letter: "σ", above: "2" },
    words: "variance",
  },
  "quadratic-mean": {
    batch: names.batchQuadratic,
    running: { letter: "ψ", above: "2" },
    words: "quadratic mean",
  },
};

const EACH: readonly Statistic[] = ["mean", "variance", "quadratic-mean"];

/** How far the channel lies from what is remembered, and then all channels together: the point that is plotted. */
export function distances(look: Look): readonly Equation[] {
  return EACH.flatMap((statistic) => {
    const { batch, running, words } = PAIRS[statistic];
    const { dissection, channel } = look;
    const values = {
      batch: dissection.batch[statistic],
      running: dissection.runningBefore[statistic],
    };
    const away = (one: number, index: string): Expression =>
      minus(
        named(indexed(batch, index), of(values.batch, look, one)),
        named(indexed(running, index), of(values.running, look, one)),
      );
    return [
      {
        name: { letter: "Δ", below: PAIRS[statistic].running.letter },
        from: away(channel, ""),
        network: null,
        words: `this channel’s ${words}, batch minus remembered`,
      },
      distanceOver(look, {
        statistic,
        of: "input",
        words: `all channels: the point that is plotted for the ${words}`,
        term: (one) => away(one, "c"),
      }),
    ];
  });
}

interface Distance {
  readonly statistic: Statistic;
  readonly of: "input" | "own";
  readonly words: string;
  readonly term: (channel: number) => Expression;
}

/** (1/d)·√Σ(batch − running)², the paper's distance. */
export function distanceOver(look: Look, { statistic, of, words, term }: Distance): Equation {
  const { channels, dissection } = look;
  const plotted = dissection.plotted.find(
    (point) => point.of === of && point.metric === "distance" && point.statistic === statistic,
  );
  return {
    name: { letter: "distance" },
    from: over(
      root(total("c", channels, (one) => square(term(one)))),
      named({ letter: "d" }, channels),
    ),
    network: plotted?.value ?? null,
    words,
  };
}

/** running ← α·running + (1 − α)·batch, as the oscilloscope does in every lane. */
export function observedUpdates(look: Look): readonly Equation[] {
  const { dissection } = look;
  return EACH.map((statistic) => {
    const { batch, running, words } = PAIRS[statistic];
    return {
      name: { ...running, letter: `${running.letter}′` },
      from: runningAverage(
        look,
        named(running, of(dissection.runningBefore[statistic], look)),
        named(batch, of(dissection.batch[statistic], look)),
      ),
      network: of(dissection.runningAfter[statistic], look),
      words: `what the oscilloscope remembers of the ${words}`,
    };
  });
}

/** α·old + (1 − α)·fresh. */
export function runningAverage(look: Look, old: Expression, fresh: Expression): Expression {
  const alpha = named(names.alpha, look.dissection.clock.alpha);
  return plus(times(alpha, old), times(minus(num(1), alpha), fresh));
}

function indexed(name: Name, index: string): Name {
  if (index === "") return name;
  return { ...name, below: name.below === undefined ? index : `${name.below},${index}` };
}
