/** The three statistics of a channel that every site is read for, in the order they are downloaded. */
export const STATISTICS = ["mean", "variance", "quadratic-mean"] as const;
export type Statistic = (typeof STATISTICS)[number];

/** µ, σ² and ψ² of every channel, each [channels]. */
export type ChannelStatistics = Readonly<Record<Statistic, ArrayLike<number>>>;

/** What a metric is about: the statistics of a site's input, or those of the gradient that comes back to it. */
export type Subject = "input" | "gradient";

/** One site at one step: this batch's statistics beside the running ones, before these take the batch in. */
export interface SiteSample {
  readonly channels: number;
  readonly batch: ChannelStatistics;
  readonly running: ChannelStatistics;
}

/**
 * What a metric would be if the rows of every batch were independent draws: its root mean square or its mean, whichever
 * can be said without knowing how channels go together.
 */
export interface Floor {
  readonly kind: "root-mean-square" | "mean";
  /** From the variance of batch − running, for each statistic and channel: see `train/independent-rows.ts`. */
  read(sample: SiteSample, variance: ChannelStatistics, statistic: Statistic): number;
}

/** One number from a sample: how far the batch lies from what is remembered. */
export interface MetricDefinition {
  readonly id: string;
  /** Of a gradient's sample the three statistics are g_µ, g_σ² and g_ψ². */
  readonly of: Subject;
  readonly name: string;
  /** What the chart asks: “How far is this batch from what the layer remembers?” */
  readonly question: string;
  /** TeX for each statistic. */
  readonly formula: Readonly<Record<Statistic, string>>;
  /** For an axis: what one unit is. */
  readonly unit: string;
  readonly about: string;
  read(sample: SiteSample, statistic: Statistic): number;
  /** Absent where nothing can be said. */
  readonly floor?: Floor;
}
