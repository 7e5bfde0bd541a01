/** The three statistics of a channel that every site is read for, in the order they are downloaded. */
export const STATISTICS = ["mean", "variance", "quadratic-mean"] as const;
export type Statistic = (typeof STATISTICS)[number];

/** µ, σ² and ψ² of every channel, each [channels]. */
export type ChannelStatistics = Readonly<Record<Statistic, ArrayLike<number>>>;

/** One site at one step: this batch's statistics beside the running ones, before these take the batch in. */
export interface SiteSample {
  readonly channels: number;
  readonly batch: ChannelStatistics;
  readonly running: ChannelStatistics;
}

/** One number from a sample: how far the batch lies from what is remembered. */
export interface MetricDefinition {
  readonly id: string;
  readonly name: string;
  /** What the chart asks: “How far is this batch from what the layer remembers?” */
  readonly question: string;
  /** TeX for each statistic. */
  readonly formula: Readonly<Record<Statistic, string>>;
  /** For an axis: what one unit is. */
  readonly unit: string;
  readonly about: string;
  read(sample: SiteSample, statistic: Statistic): number;
}
