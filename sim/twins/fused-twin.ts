import type { Engine, LanePlan } from "../plan/engine.ts";
import { sizeOf } from "../plan/graph.ts";
import { planOf } from "../plan/plan.ts";
import { record } from "../plan/recorder.ts";
import type { Recording } from "../plan/recorder.ts";
import type { Tensor } from "../tensor/ops.ts";

/** What is given to something that is recorded: an array of the batch where it is whole, else state that a lane carries. */
interface Given {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly shape: readonly number[];
  readonly whole: boolean;
}

/** Work on tensors that leaves others, the same in number and shape for every lane. */
export type Work = (inputs: readonly Tensor[]) => readonly Tensor[];

/** Records the work for each lane, lets the engine do it for all at once, and gives what it left, by lane. */
export async function fused(
  engine: Engine,
  lanes: readonly { readonly given: readonly Given[]; readonly work: Work }[],
): Promise<readonly (readonly Float32Array[])[]> {
  const recorded = lanes.map(({ given, work }) => recordWork(given, work));
  const stage = engine.stage(lanes.length);
  try {
    stage.compile("work", recorded);
    lanes.forEach(({ given }, lane) => {
      for (const { name, shape, values, whole } of given)
        if (!whole) stage.load(lane, { name, shape }, values);
    });
    const feeds = Object.fromEntries(
      lanes.flatMap(({ given }) =>
        given.flatMap(({ name, values, whole }) => (whole ? [[name, values]] : [])),
      ),
    );
    const run = stage.run("work", feeds, true);
    await engine.take(new Set([run]));
    const saved = await stage.save(
      recorded.map(({ next }) => [...next].map(([name, { shape }]) => ({ name, shape }))),
    );
    return saved.map((states) => [...states.values()]);
  } finally {
    stage.dispose();
  }
}

function recordWork(given: readonly Given[], work: Work): LanePlan {
  return record((recording) => {
    const inputs = given.map(({ name, shape, whole }) =>
      recording.tensor({ kind: whole ? "feed" : "state", name }, shape, whole),
    );
    return leaving(
      recording,
      new Map(work(inputs).map((tensor, i) => [`result ${i}`, tensor] as const)),
    );
  });
}

/** What leaves those tensors as state, by name. */
export function leaving(recording: Recording, results: ReadonlyMap<string, Tensor>): LanePlan {
  const next = new Map(
    [...results].map(
      ([name, tensor]) => [name, recording.labelled(recording.nodeOf(tensor), name)] as const,
    ),
  );
  // A run reports something, be it one number.
  const [first] = next.values();
  if (!first) throw new Error("the work leaves nothing");
  const { build } = recording;
  const vector = build.reshape(first, [sizeOf(first.shape)]);
  const one = build.pad(build.slice(vector, [0], [1]), [0], [4]);
  const row = recording.labelled(one, "row 0");
  const plan = planOf(recording.graph, [...next.values()], [row], null);
  return { plan, next, row: [row], rowParts: [[1]], live: new Map() };
}
