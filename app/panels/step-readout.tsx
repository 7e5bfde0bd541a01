import { Progress } from "../../components/frame/progress.tsx";
import { counted, formatInteger, formatMilliseconds } from "../../components/prose/format.ts";
import { DEVICE_WORDS } from "../../sim/contract/device.ts";
import { useReadout } from "../session-context.ts";
import { usePage } from "../store/hooks.ts";
import type { State } from "../store/store.ts";
import { estimateWords } from "./slow-step-words.ts";

/** Where the run is. While it is being built: what is being done. */
export function StepReadout() {
  const phase = usePage((state) => state.phase);
  const progress = usePage((state) => state.progress);
  const steps = usePage((state) => state.experiment.steps);
  const dozes = usePage((state) => state.dozes);
  const step = useReadout(stepOf);
  if (phase === "opening")
    return <Progress {...(progress ?? { doing: "Starting the worker", done: 0, of: 0 })} />;
  return (
    <p className="readout">
      step <b>{formatInteger(step)}</b> of {formatInteger(steps)}
      {phase === "finished" ? ", finished" : ""}
      {phase === "rewinding" ? ", going back" : ""}
      {phase === "released" ? ", device given back" : ""}
      {dozes ? ", resting while this tab is hidden" : ""}
    </p>
  );
}

/** Which device, and what a step takes there. */
export function DeviceReadout() {
  const device = usePage((state) => state.device);
  const milliseconds = useReadout(millisecondsOf);
  const estimate = usePage((state) => state.estimatedMilliseconds);
  if (!device) return null;
  const name = device.software
    ? `${DEVICE_WORDS[device.name]}, in software`
    : DEVICE_WORDS[device.name];
  const before = estimate === null ? "" : ` · ${estimateWords(estimate)}`;
  return (
    <p className="readout" title={`${device.detail}. ${device.reason}`}>
      {name}
      {milliseconds === null ? before : ` · ${formatMilliseconds(milliseconds)} a step`}
    </p>
  );
}

/** What changes rarely is said aloud; a counter would never be silent. */
export function PhaseAnnouncer() {
  const words = usePage(spokenPhase);
  return <output className="said">{words}</output>;
}

function spokenPhase({ phase, lanes }: State): string {
  switch (phase) {
    case "ready":
      return `${counted(lanes.length, "network is", "networks are")} ready to play.`;
    case "running":
      return "Training.";
    case "paused":
      return "Paused.";
    case "rewinding":
      return "Going back.";
    case "finished":
      return "The run is finished.";
    case "released":
      return "The run has given its device back.";
    case "idle":
    case "opening":
    case "failed":
      return "";
    default:
      return phase satisfies never;
  }
}

const stepOf = (state: State) => state.step;
const millisecondsOf = (state: State) => state.millisecondsPerStep;
