import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { DeviceName } from "../../sim/contract/device.ts";
import { laneLabels } from "../../sim/contract/lane-labels.ts";
import { differenceWords } from "../pinned/difference-words.ts";
import type { Series } from "../session/series.ts";
import type { State } from "../store/store.ts";
import { printAddress } from "../store/url.ts";

/** One lane's loss as it stood last, in nats. */
export interface LaneLoss {
  readonly label: string;
  /** On held-out data with running statistics; on the training batch where none was looked at yet. */
  readonly on: "held-out" | "train";
  /** Null where it is no number. */
  readonly value: number | null;
}

/** A run that was tried, in so many words and numbers that it can be told from others and tried again. */
export interface TriedRun {
  readonly id: number;
  readonly name: string;
  /** The link to it, without the question mark. */
  readonly query: string;
  readonly preset: string;
  /** What it has that its preset has not. */
  readonly differences: readonly string[];
  readonly steps: number;
  readonly losses: readonly LaneLoss[];
  /** What its steps took. */
  readonly milliseconds: number;
  readonly device: DeviceName | null;
}

/** What there is to say of a run as it stood. */
export function describedRun(
  state: State,
  losses: readonly LaneLoss[],
  catalogue: Catalogue,
): Omit<TriedRun, "id" | "name" | "milliseconds"> {
  const { preset, experiment, step, device } = state;
  return {
    query: printAddress(state, catalogue),
    preset: preset.name,
    differences: differenceWords(experiment, preset.experiment, catalogue),
    steps: step,
    losses,
    device: device?.name ?? null,
  };
}

const NO_LOSS = { on: "train", value: null } as const;

/** Of every lane, as they stand. */
export function lossesNow(
  { experiment, lanes }: State,
  series: Series,
  catalogue: Catalogue,
): readonly LaneLoss[] {
  const labels = laneLabels(experiment, catalogue);
  return lanes.map(({ id }, position) => ({
    label: labels[position] ?? id,
    ...(lossOf(series, id, "held-out") ?? lossOf(series, id, "train") ?? NO_LOSS),
  }));
}

function lossOf(series: Series, lane: string, on: LaneLoss["on"]): Omit<LaneLoss, "label"> | null {
  const table = series.table(on === "train" ? "steps" : "held-out");
  const column = table.columns.findIndex(
    (candidate) => candidate.kind === "loss" && candidate.lane === lane && candidate.on === on,
  );
  if (column < 0 || table.length === 0) return null;
  const value = table.values(column)[table.length - 1] ?? Number.NaN;
  return { on, value: Number.isFinite(value) ? value : null };
}
