import { execFileSync } from "node:child_process";
import { catalogue } from "../catalogue.ts";
import type { EngineName } from "../contract/device.ts";
import type { Experiment } from "../contract/experiment.ts";
import { laneLabels } from "../contract/lane-labels.ts";
import { INTERVENTIONS_KEY, printInterventions } from "../contract/interventions-text.ts";
import type { ParamValue } from "../contract/params.ts";
import { settingsOf, taskPrefix } from "../contract/settings.ts";
import type { SweepFile, SweepLane, SweepRecord } from "../contract/sweep.ts";
import { tableText } from "../statistics/table-text.ts";
import { nameLanes } from "../train/name-lanes.ts";
import { NOT_TO_BE_SET } from "./arguments.ts";
import type { SweepArguments } from "./arguments.ts";

/** Where and when a sweep was made. */
export interface Stamp {
  /** As 2026-11-24. */
  readonly date: string;
  readonly commit: string;
  readonly version: string;
  readonly engine: EngineName;
}

/** A sweep's file from what has been measured so far. */
export function sweepFile(
  options: Pick<SweepArguments, "command" | "preset" | "experiment" | "seeds" | "shard" | "device">,
  stamp: Stamp,
  records: readonly SweepRecord[],
): SweepFile {
  const { command, preset, experiment, seeds, shard, device } = options;
  const lanes = lanesOf(experiment);
  return {
    format: "normscope sweep 1",
    command,
    ...stamp,
    device,
    preset: preset.id,
    steps: experiment.steps,
    seeds,
    lanes,
    settings: sweptSettings(experiment),
    shard,
    records,
    table: shard === null ? tableText({ lanes, seeds, records }) : [],
  };
}

/** All that can be set, by key, but what a sweep decides itself. */
function sweptSettings(experiment: Experiment): SweepFile["settings"] {
  const settings: Record<string, ParamValue> = {};
  experiment.tasks.forEach(({ workload, model }, task) => {
    settings[`${taskPrefix(task)}workload`] = workload.id;
    settings[`${taskPrefix(task)}model`] = model.id;
  });
  for (const { key, value } of settingsOf(experiment, catalogue))
    if (!(key in NOT_TO_BE_SET)) settings[key] = value;
  const done = printInterventions(experiment.interventions);
  if (done !== "") settings[INTERVENTIONS_KEY] = done;
  return settings;
}

/** JSON with a line for each lane and each record, so that two files can be compared by eye. */
export function sweepText(file: SweepFile): string {
  const lines = Object.entries(file).map(([key, value]) => {
    const isLong = Array.isArray(value) && ["lanes", "records", "table"].includes(key);
    const text = isLong
      ? `[\n${value.map((item) => `  ${JSON.stringify(item)}`).join(",\n")}\n ]`
      : JSON.stringify(value);
    return ` ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

export function stampOfToday(): Stamp {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commitOf(),
    version: process.env["npm_package_version"] ?? "unknown",
    engine: "fused",
  };
}

/** The commit of this checkout, with a word where files differ from it; a recorded table is no part of what computes. */
function commitOf(): string {
  const git = (...words: string[]): string =>
    execFileSync("git", words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    const commit = git("rev-parse", "--short=10", "HEAD");
    const changed = git("status", "--porcelain", "--", ".", ":!sim/recorded");
    return changed === "" ? commit : `${commit} with changes`;
  } catch {
    return "unknown";
  }
}

function lanesOf(experiment: Experiment): readonly SweepLane[] {
  const ids = nameLanes(experiment.lanes);
  const labels = laneLabels(experiment, catalogue);
  return experiment.lanes.map(({ task, normaliser }, i) => ({
    id: ids[i] ?? normaliser.id,
    label: labels[i] ?? normaliser.id,
    normaliser: normaliser.id,
    task,
  }));
}
