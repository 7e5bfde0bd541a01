import { joined } from "../../components/method/pooled-sentence.ts";
import type { Catalogue } from "../../sim/contract/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import type { Experiment, LaneConfig } from "../../sim/contract/experiment.ts";
import type { InterventionKind } from "../../sim/contract/interventions.ts";
import { MOST_INTERVENTIONS } from "../../sim/contract/interventions.ts";
import type { Phase } from "../store/run-slice.ts";
import { dataNamesOf } from "./intervention-words.ts";
import type { DataNames } from "./intervention-words.ts";

/** What an experiment lets one do to it. */
export interface Hands extends DataNames {
  /** Room in a batch, of the task that has most. */
  readonly room: number;
  /** For each lane, whether its layers remember anything. */
  readonly remembers: readonly boolean[];
}

export function handsOf(experiment: Experiment, catalogue: Catalogue): Hands {
  const rooms = experiment.tasks.flatMap(({ workload: { params } }) =>
    [params["tokensPerBatch"], params["imagesPerBatch"]].filter((value) => value !== undefined),
  );
  return {
    ...dataNamesOf(experiment, catalogue),
    room: Math.max(...rooms.map(Number)),
    remembers: experiment.lanes.map((lane) => hasMemory(lane, catalogue)),
  };
}

/** Whatever its shape is, a method either remembers something at a norm or nothing. */
function hasMemory(
  { normaliser: { id, params } }: LaneConfig,
  { normalisers }: Catalogue,
): boolean {
  const memory = entry(normalisers, id).memory?.(
    { channels: 1, layout: "sequence", heads: 1 },
    params,
  );
  return Object.keys(memory ?? {}).length > 0;
}

/** Verbs of the buttons. */
export function verbFor(kind: InterventionKind, { theme }: Pick<Hands, "theme">): string {
  switch (kind) {
    case "outlier":
      return "Multiply a batch";
    case "topic":
      return `Keep to one ${theme || "topic"}`;
    case "shrink":
      return "Shrink batches";
    case "freeze":
      return "Freeze statistics";
    case "evaluate":
      return "Evaluation mode";
    default:
      return kind satisfies never;
  }
}

function unchangedWords(labels: readonly string[]): string {
  return labels.length === 1
    ? `${joined(labels)} remembers nothing, and does not change.`
    : `${joined(labels)} remember nothing, and do not change.`;
}

/** One sentence on what each does. */
export function aboutWords(
  kind: InterventionKind,
  { theme, items, remembers }: Hands,
  labels: readonly string[],
): string {
  const without = labels.filter((_, lane) => !remembers[lane]);
  switch (kind) {
    case "outlier":
      return "The input of the next batch is multiplied by this, once.";
    case "topic":
      return `All batches are of one ${theme || "topic"}, drawn by the seed.`;
    case "shrink":
      return `Batches have room for no more ${items}, so their statistics are noisier.`;
    case "freeze":
      return "What layers remember, and the page’s running statistics, stay as they are; training goes on.";
    case "evaluate":
      return `Layers normalise with what they remember, and training goes on.${
        without.length > 0 ? ` ${unchangedWords(without)}` : ""
      }`;
    default:
      return kind satisfies never;
  }
}

/** Why a button can do nothing now; null where it can. `room` is what a batch would be shrunk to. */
export function whyNot(
  kind: InterventionKind,
  { theme, items, room: most, remembers }: Hands,
  { phase, room, made }: { readonly phase: Phase; readonly room: number; readonly made: number },
): string | null {
  const waits = whyNotIn(phase);
  if (waits !== null) return waits;
  if (made >= MOST_INTERVENTIONS) return `A run has at most ${MOST_INTERVENTIONS}: remove one.`;
  if (kind === "topic" && theme === "") return "These data have no topics or classes to keep to.";
  if (kind === "shrink" && room >= most) return `A batch has room for ${most} ${items} as it is.`;
  if (kind === "evaluate" && !remembers.includes(true))
    return "No lane remembers anything: nothing would change.";
  return null;
}

function whyNotIn(phase: Phase): string | null {
  switch (phase) {
    case "idle":
    case "opening":
      return "The networks are being built.";
    case "failed":
      return "The run failed.";
    case "finished":
      return "The run is over; Reset begins it again.";
    case "rewinding":
      return "The run is going back.";
    case "released":
      return "The run has let go of its device; Play goes on.";
    case "ready":
    case "running":
    case "paused":
      return null;
    default:
      return phase satisfies never;
  }
}
