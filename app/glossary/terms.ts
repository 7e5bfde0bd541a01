import type { Column } from "../../sim/contract/protocol.ts";
import { formatInteger, formatNumber } from "../../components/prose/format.ts";
import type { State } from "../store/store.ts";

/** What a term can look at to say how it stands now. */
export interface Look {
  readonly state: State;
  /** The newest number of the first column that fits, lane by lane: “BN 0.41, PN 0.12”; null where there is none. */
  readonly newest: (fits: (column: Column) => boolean) => string | null;
}

export interface Term {
  readonly id: string;
  /** As it stands in formulas and on axes; the word itself where it has no sign. */
  readonly symbol: string;
  readonly name: string;
  readonly definition: string;
  readonly source: { readonly words: string; readonly url?: string };
  /** How it stands in the run; null where there is nothing to say yet. */
  readonly now?: (look: Look) => string | null;
}

const BATCH_NORM = { words: "Ioffe and Szegedy, 2015", url: "https://arxiv.org/abs/1502.03167" };
const POWER_NORM = { words: "Shen et al., 2020", url: "https://arxiv.org/abs/2003.07845" };
const HERE = { words: "sim/README.md of this project" };

/** In the order in which they are met. */
export const terms: readonly Term[] = [
  {
    id: "batch-mean",
    symbol: "µ_B",
    name: "the mean of a batch",
    definition:
      "The average of one channel over all real tokens, or all positions of all pictures, of this step.",
    source: BATCH_NORM,
    now: ({ state, newest }) =>
      newest((column) => isDistance(column, state, "mean", "input"))?.concat(" from µ") ?? null,
  },
  {
    id: "batch-variance",
    symbol: "σ²_B",
    name: "the variance of a batch",
    definition:
      "The average square of what lies off µ_B, of one channel in this step, divided by N. Its root σ_B is the spread.",
    source: BATCH_NORM,
    now: ({ state, newest }) =>
      newest((column) => isDistance(column, state, "variance", "input"))?.concat(" from σ²") ??
      null,
  },
  {
    id: "batch-quadratic-mean",
    symbol: "ψ²_B",
    name: "the quadratic mean of a batch",
    definition:
      "The average square of one channel in this step, with no mean taken off: σ²_B + µ_B². PowerNorm divides by its root.",
    source: POWER_NORM,
    now: ({ state, newest }) =>
      newest((column) => isDistance(column, state, "quadratic-mean", "input"))?.concat(
        " from ψ²",
      ) ?? null,
  },
  {
    id: "running-statistics",
    symbol: "µ, σ², ψ²",
    name: "running statistics",
    definition:
      "What a layer remembers of all batches before, old ones fading: running ← α · running + (1 − α) · batch. At inference there is no batch to measure, and these stand in.",
    source: BATCH_NORM,
  },
  {
    id: "alpha",
    symbol: "α",
    name: "running-average momentum",
    definition:
      "The share of the old running value that each step keeps; about 1/(1 − α) steps are remembered. PyTorch’s momentum is 1 − α, Keras’s is α.",
    source: BATCH_NORM,
    now: ({ state }) => perTask(state, ({ training }) => formatNumber(training.alpha)),
  },
  {
    id: "distance",
    symbol: "(1/d)‖ · ‖₂",
    name: "distance, as in the paper",
    definition:
      "The Euclidean distance between batch and running statistic over all channels, divided by their number d. It carries the scale of the activations.",
    source: POWER_NORM,
  },
  {
    id: "floor",
    symbol: "shaded",
    name: "independent rows",
    definition:
      "The distance that would be there if all rows of a batch were independent draws: batches differ by chance alone. What lies above it is rows that are alike, and a network that moves.",
    source: HERE,
  },
  {
    id: "rows",
    symbol: "N",
    name: "rows of a batch",
    definition:
      "How many values a statistic is taken over: real tokens without padding, or pictures times positions.",
    source: HERE,
  },
  {
    id: "gamma-beta",
    symbol: "γ, β",
    name: "gain and bias",
    definition:
      "Two numbers for each channel that are learnt, and applied after normalising: y = γ · x̂ + β.",
    source: BATCH_NORM,
  },
  {
    id: "epsilon",
    symbol: "ε",
    name: "epsilon",
    definition:
      "A small number added under the root, so that a channel without any spread is not divided by nothing: 10⁻⁵ here, and 10⁻³ in Batch Renormalisation, as its code has it.",
    source: BATCH_NORM,
  },
  {
    id: "gradient-statistics",
    symbol: "g",
    name: "gradient statistics",
    definition:
      "What flows back through µ_B, σ²_B and ψ²_B: means over the batch of the gradient, and of the gradient times the normalised input.",
    source: POWER_NORM,
  },
  {
    id: "big-gamma",
    symbol: "Γ",
    name: "gamma of PowerNorm",
    definition:
      "How many times this batch’s ψ² is the one that PN divides by. While it stays below 2/(1 − α), ν is damped; above, it grows.",
    source: POWER_NORM,
    now: ({ newest }) => newest((column) => isMethod(column, "power-gamma")),
  },
  {
    id: "nu",
    symbol: "ν",
    name: "nu of PowerNorm",
    definition:
      "A running estimate that stands in for the gradient through ψ, which PN does not compute: its backward pass is approximate on purpose.",
    source: POWER_NORM,
    now: ({ newest }) => newest((column) => isMethod(column, "power-nu")),
  },
  {
    id: "group-scaling",
    symbol: "group scaling",
    name: "group scaling",
    definition:
      "Before anything else the released PN divides each token by the root mean square of its own channels, in as many groups as there are heads. “PN plain” leaves it out.",
    source: {
      words: "the authors’ released code",
      url: "https://github.com/sIncerass/powernorm",
    },
  },
  {
    id: "warm-up",
    symbol: "warm-up",
    name: "warm-up",
    definition:
      "The first steps, in which the learning rate climbs. PN divides by the batch’s own ψ until it ends, and by the running one from then on.",
    source: POWER_NORM,
    now: ({ state }) => perTask(state, ({ training }) => `${formatInteger(training.warmUp)} steps`),
  },
  {
    id: "held-out-loss",
    symbol: "held-out loss",
    name: "held-out loss",
    definition:
      "Cross-entropy in nats on data that no training has seen, normalised by running statistics as at inference.",
    source: HERE,
    now: ({ newest }) => newest((column) => column.kind === "loss" && column.on === "held-out"),
  },
  {
    id: "gap",
    symbol: "gap",
    name: "training–inference gap",
    definition:
      "The held-out loss with running statistics less that with each held-out batch’s own: what remembering costs. A layer that remembers nothing has none.",
    source: HERE,
  },
  {
    id: "bleu",
    symbol: "BLEU",
    name: "BLEU",
    definition:
      "The share of a translation’s runs of one to four words that its reference has too, from 0 to 100, with a penalty for being short; as sacreBLEU computes it.",
    source: { words: "Papineni et al., 2002", url: "https://aclanthology.org/P02-1040/" },
  },
];

export function termOf(id: string): Term {
  const term = terms.find((candidate) => candidate.id === id);
  if (!term) throw new Error(`there is no term "${id}" in the glossary`);
  return term;
}

/** A run may learn two things with settings of their own. */
function perTask(
  { experiment }: State,
  words: (task: State["experiment"]["tasks"][number]) => string,
): string {
  return [...new Set(experiment.tasks.map(words))].join(" and ");
}

type StatisticColumn = Extract<Column, { readonly kind: "statistic" }>;

function isDistance(
  column: Column,
  { metric }: State,
  statistic: StatisticColumn["statistic"],
  of: StatisticColumn["of"],
): boolean {
  return (
    column.kind === "statistic" &&
    column.statistic === statistic &&
    column.of === of &&
    column.metric === metric
  );
}

function isMethod(column: Column, metric: string): boolean {
  return column.kind === "method" && column.metric === metric;
}
