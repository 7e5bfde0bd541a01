import type { Batch, BatchOf, Field } from "../contract/batch.ts";
import type { Mode } from "../contract/net.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import type { Tape } from "../tensor/tape.ts";
import type { LanePlan, StateSpec } from "../plan/engine.ts";
import { sizeOf } from "../plan/graph.ts";
import type { Node } from "../plan/graph.ts";
import { planOf } from "../plan/plan.ts";
import { record } from "../plan/recorder.ts";
import type { Recording } from "../plan/recorder.ts";
import type { Lane } from "./lane.ts";
import type { Moment } from "./lane-setup.ts";
import { namedTensors } from "./memory.ts";
import type { LaneState } from "./memory.ts";

/** Parts of a row that one program gathers: it may read no more textures. */
const ROW_PARTS = 12;

/** A choice that a recording was made under: it serves as long as the choice stays. */
export interface Guard {
  holds(now: Moment): boolean;
}

export interface Traced extends LanePlan {
  readonly guards: readonly Guard[];
}

/** What is recorded of a lane besides training. */
export type Look = "scores" | "likeliest";

/** Everything a lane carries, by name. */
export function stateSpecs(state: LaneState): StateSpec[] {
  return namedTensors(state).map(([name, { shape }]) => ({ name, shape }));
}

/**
 * Records one training step of a lane on a batch of this shape. `at` says where training stands when it is replayed; `like` is
 * a recording of the same step with another shape, if there is one.
 */
export function traceStep(
  lane: Lane,
  batch: Batch,
  at: () => Moment,
  like: Traced | null = null,
): Traced {
  return record((recording) => {
    const { live, guards, opsFor, end } = observed(recording, at);
    const held = standIns(recording, lane.state);
    const feed = { batch: feedOf(recording, batch), rows: 0 };
    const { state, row } = lane.train(held, feed, SEALED, opsFor);
    const next = new Map(
      namedTensors(state).map(([name, tensor]) => {
        const node = recording.nodeOf(tensor);
        return [name, recording.labelled(node, `next ${name}`)] as const;
      }),
    );
    const plan = planned(recording, next, row, like);
    end();
    return { ...plan, live, guards };
  });
}

/** Records a look at a lane that changes nothing. */
export function traceLook(
  lane: Lane,
  batch: Batch,
  look: Look,
  mode: Exclude<Mode, "train">,
  at: () => Moment,
  like: Traced | null = null,
): Traced {
  return record((recording) => {
    const { live, guards, opsFor, end } = observed(recording, at);
    const held = standIns(recording, lane.state);
    const feed = { batch: feedOf(recording, batch), rows: 0 };
    const row = lane[look](opsFor(null), held, feed, SEALED, mode);
    const plan = planned(recording, new Map(), row, like);
    end();
    return { ...plan, live, guards };
  });
}

function planned(
  recording: Recording,
  next: ReadonlyMap<string, Node>,
  row: Tensor,
  like: Traced | null,
) {
  const { groups, sizes } = rowGroups(recording, recording.nodeOf(row));
  const plan = planOf(recording.graph, [...next.values()], groups, like?.plan.sharing ?? null);
  return { plan, next, row: groups, rowParts: sizes };
}

/** Nothing is read from a clock while recording but through `now` and `phase`. */
const SEALED = new Proxy({} as Moment, {
  get(_, name) {
    throw new Error(
      `"${String(name)}" must be asked for through now or phase, or it would not change in replay`,
    );
  },
});

function observed(recording: Recording, at: () => Moment) {
  const live = new Map<string, () => number>();
  const guards: Guard[] = [];
  const constants = new Constants();
  const opsFor = (tape: Tape | null): Ops => ({
    ...createOps(constants, tape),
    now(_, from) {
      const value = (): number => from(at() as never);
      const key = `${String(from)} ${probes(at())
        .map((moment) => from(moment as never))
        .join(" ")}`;
      live.set(key, value);
      return recording.tensor({ kind: "live", key }, []);
    },
    phase(_, from) {
      const chosen = from(at() as never);
      guards.push({ holds: (now) => from(now as never) === chosen });
      return chosen;
    },
  });
  // Constants outlive a scope; those of a recording are needed no longer than it.
  const end = (): void => constants.dispose();
  return { live, guards, opsFor, end };
}

/** Moments that tell functions apart whose text is the same: two that agree on them all are one. */
function probes(at: Moment): readonly Moment[] {
  const { training } = at;
  return [
    at,
    { ...at, step: 1 },
    { ...at, step: 7, alpha: 0.71 },
    { ...at, step: Math.ceil(at.steps / 4), training: { ...training, learningRate: 0.37 } },
    {
      ...at,
      step: Math.ceil(at.steps / 3),
      alpha: 0.37,
      training: { ...training, learningRate: 0.71 },
    },
  ];
}

function standIns(recording: Recording, state: LaneState): LaneState {
  const tensors = namedTensors(state).map(([name, { shape }]) =>
    recording.tensor({ kind: "state", name }, shape),
  );
  const next = (): Tensor => {
    const tensor = tensors.shift();
    if (!tensor) throw new Error("a lane's state has fewer parts than names");
    return tensor;
  };
  // In the order of `namedTensors`.
  const parameters = next();
  const optimiser = state.optimiser.map(next);
  const memory = Object.fromEntries(
    Object.entries(state.memory).map(([site, held]) => [
      site,
      Object.fromEntries(Object.keys(held).map((name) => [name, next()])),
    ]),
  );
  return { parameters, optimiser, memory };
}

function feedOf(recording: Recording, batch: Batch): BatchOf<Batch, Tensor> {
  const entries = Object.entries(batch).map(([name, value]: [string, Field | string | number]) => [
    name,
    typeof value === "object"
      ? recording.tensor({ kind: "feed", name }, value.shape, value.values instanceof Int32Array)
      : value,
  ]);
  return Object.fromEntries(entries) as BatchOf<Batch, Tensor>;
}

/** A row's parts, each filled up to whole texels, in groups that one program can gather. */
function rowGroups(recording: Recording, row: Node): { groups: Node[]; sizes: number[][] } {
  const parts = row.op.kind === "concat" ? row.inputs : [row];
  const groups: Node[] = [];
  const sizes: number[][] = [];
  for (let start = 0; start < parts.length; start += ROW_PARTS) {
    const some = parts.slice(start, start + ROW_PARTS);
    const filled = some.map((part) => {
      const size = sizeOf(part.shape);
      return recording.build.pad(part, [0], [Math.ceil(size / 4) * 4]);
    });
    groups.push(recording.labelled(recording.build.concat(filled, 0), `row ${groups.length}`));
    sizes.push(some.map((part) => sizeOf(part.shape)));
  }
  return { groups, sizes };
}
