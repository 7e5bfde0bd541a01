import type { ChartNotes, Source } from "../../components/charts/save/saved-chart.ts";
import { catalogue } from "../../sim/catalogue.ts";
import type { DeviceReport } from "../../sim/contract/device.ts";
import { laneLabels } from "../../sim/contract/lane-labels.ts";
import { printExperiment } from "../../sim/contract/parse-experiment.ts";
import { printAddress } from "../store/url.ts";
import type { State } from "../store/store.ts";
import { VERSION } from "../version.ts";
import type { LinkedState } from "./experiment-file.ts";

/** What is known of the run behind some numbers. */
export interface NotedRun {
  readonly state: LinkedState;
  /** Steps taken. */
  readonly step: number;
  /** Null while none is built. */
  readonly device: DeviceReport | null;
  readonly source: Source;
  /** When it was measured, or is saved. */
  readonly date: string;
}

/** The laboratory’s address with what is to be seen in it, from whichever page of the house. */
export function linkTo(state: LinkedState): string {
  const query = printAddress(state, catalogue);
  return new URL(query === "" ? "./" : `./?${query}`, location.href).href;
}

/** Of the run that is going, now. */
export function liveNotes(state: State): ChartNotes {
  const { step, device } = state;
  return runNotes({ state, step, device, source: "computed live", date: new Date().toISOString() });
}

/** The notes that go with every chart and table that is saved. */
export function runNotes({ state, step, device, source, date }: NotedRun): ChartNotes {
  const { experiment, preset } = state;
  const changed = printExperiment(experiment, preset, catalogue).filter(
    ([key]) => key !== "preset" && key !== "seed" && key !== "lanes",
  );
  const facts: [string, string][] = [
    ["preset", preset.id],
    ["lanes", laneLabels(experiment, catalogue).join(", ")],
    ["seed", String(experiment.seed)],
  ];
  if (changed.length > 0)
    facts.push(["settings", changed.map(([key, value]) => `${key}=${value}`).join(" ")]);
  facts.push(["steps", String(step)]);
  if (device) facts.push(["device", `${device.name} (${device.detail}), ${device.engine}`]);
  facts.push(["version", `Normscope ${VERSION}`], ["date", date], ["link", linkTo(state)]);
  return { source, facts };
}
