import type { Checkpoint } from "../contract/checkpoint.ts";
import type { DeviceName } from "../contract/device.ts";
import type { Dissection, DissectionOrder, PlottedPoint } from "../contract/dissection.ts";
import type { Experiment } from "../contract/experiment.ts";
import type { Rows } from "../contract/protocol.ts";
import { holding } from "../contract/settings-log.ts";
import type { SettingsLog } from "../contract/settings-log.ts";
import { openDevice } from "../tensor/device.ts";
import { DeviceRefused } from "../tensor/device-trouble.ts";
import { entryAt } from "../train/entry-at.ts";
import { Lockstep } from "../train/lockstep.ts";
import { momentOf } from "../train/moment.ts";
import { runningAt, threeOf } from "../train/site-observer.ts";
import type { HostParts, Say } from "./host-parts.ts";
import { OwnStore } from "./own-store.ts";

/** How often it says how far it has come, and lets go of what the steps have left. */
const SAY_EVERY_MS = 100;

/** There is nothing to take apart, for a reason that a learner can read. */
export class DissectionRefused extends Error {}

type DissectionParts = Pick<HostParts, "catalogue" | "now" | "nextTurn">;

/**
 * Takes the steps of one lane once more, up to the one that is asked for, and lays that open at one site. A lane alone
 * computes to the bit what it computes among others, so on the run's own device every number is the run's.
 */
export async function dissect(
  order: DissectionOrder,
  parts: DissectionParts,
  say: Say,
): Promise<Dissection> {
  const { site, step, own } = order;
  const device = await openFor(order.device);
  const { experiment, settings, checkpoint } = alone(order);
  const store = new OwnStore();
  for (const data of own) store.keep(data);
  say("Opening the data and drawing the weights", 0, 0);
  const lockstep = await Lockstep.open(experiment, store.into(parts.catalogue));
  try {
    if (checkpoint && checkpoint.step < step) lockstep.restore(checkpoint);
    await goTo(step - 1, lockstep, settings, parts, say);
    const before = await lockstep.save();
    const cut = await lockstep.cut(0, site);
    lockstep.takeStep();
    const { rows, diverged } = await lockstep.drain();
    if (diverged.length > 0) throw new DissectionRefused(DIVERGED);
    const after = await lockstep.save();
    const { setup, sites, remembers } = entryAt(lockstep.lanes, 0);
    const running = ({ lanes }: Checkpoint) => runningAt(entryAt(lanes, 0).running, sites, site);
    const { steps, warmUp, alpha, byHand } = momentOf(holding(settings, step), 0, step);
    const { packed, ...blocks } = cut;
    return {
      ...blocks,
      // The layer has written its memory all the same; the lane did not take it.
      memoryAfter: byHand.freezes ? blocks.memoryBefore : blocks.memoryAfter,
      isFrozen: byHand.freezes,
      takesRemembered: byHand.evaluates && remembers,
      lane: order.lane,
      normaliser: setup.normaliser.id,
      params: setup.normaliserParams,
      site,
      step,
      device,
      clock: { step, steps, warmUp, alpha },
      heads: setup.model.heads(setup.modelParams),
      batch: threeOf(packed, packed.length / 3),
      runningBefore: running(before),
      runningAfter: running(after),
      plotted: plottedAt(rows, lockstep, site),
    };
  } finally {
    lockstep.close();
  }
}

const DIVERGED =
  "Up to this step the loss of this network was no longer a number. Choose an earlier step.";

/** Composed, since only what is composed can be laid open. */
async function openFor(device: DeviceName): Promise<DeviceName> {
  if (device === "cpu") return (await openDevice("cpu")).name;
  try {
    return (await openDevice("wasm")).name;
  } catch (error) {
    if (!(error instanceof DeviceRefused)) throw error;
    return (await openDevice("cpu")).name;
  }
}

interface Alone {
  readonly experiment: Experiment;
  readonly settings: SettingsLog;
  readonly checkpoint: Checkpoint | null;
}

/** The same run with that lane alone, and without looks at held-out data, which change nothing. */
function alone({ experiment, lane, settings, checkpoint }: DissectionOrder): Alone {
  const only = (whole: Experiment): Experiment => {
    const config = entryAt(whole.lanes, lane);
    return {
      ...whole,
      evaluateEvery: Number.MAX_SAFE_INTEGER,
      tasks: [entryAt(whole.tasks, config.task)],
      lanes: [{ ...config, task: 0 }],
    };
  };
  const saved = checkpoint && entryAt(checkpoint.lanes, lane);
  const name = entryAt(experiment.lanes, lane).normaliser.id;
  return {
    experiment: only(experiment),
    settings: settings.map(({ after, experiment }) => ({ after, experiment: only(experiment) })),
    checkpoint: checkpoint && saved && { ...checkpoint, lanes: [{ ...saved, lane: name }] },
  };
}

async function goTo(
  last: number,
  lockstep: Lockstep,
  settings: SettingsLog,
  { now, nextTurn }: DissectionParts,
  say: Say,
): Promise<void> {
  const first = lockstep.step;
  let said = Number.NEGATIVE_INFINITY;
  while (lockstep.step < last) {
    lockstep.tune(holding(settings, lockstep.step + 1));
    lockstep.takeStep();
    if (now() - said < SAY_EVERY_MS) continue;
    said = now();
    await lockstep.drain();
    say("Taking the steps before it once more", lockstep.step - first, last - first);
    await nextTurn();
  }
  await lockstep.drain();
  lockstep.tune(holding(settings, last + 1));
  if (lockstep.finished) throw new DissectionRefused(DIVERGED);
}

/** What the charts of a site show of the last step. */
function plottedAt(rows: readonly Rows[], lockstep: Lockstep, site: string): PlottedPoint[] {
  const table = rows.find(({ table }) => table === "steps");
  return lockstep.columns.steps.flatMap((column, at) => {
    if (column.kind !== "statistic" || column.site !== site) return [];
    const { of, metric, statistic } = column;
    const value = table?.values.at(at) ?? Number.NaN;
    return of === "input" || of === "own" ? [{ of, metric, statistic, value }] : [];
  });
}
