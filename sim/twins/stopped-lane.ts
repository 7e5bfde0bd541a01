import { record } from "../plan/recorder.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import type { Engine } from "../plan/engine.ts";
import { leaving } from "./fused-twin.ts";

const LANES = 4;
/** Uneven texels, so that each lane's band is more than what is written. */
const COUNT = { name: "count", shape: [300, 5] } as const;

/** Four lanes count steps, two of them all together, then two without the second: what each has counted, where all agree. */
export async function countWithOneStopped(engine: Engine): Promise<readonly (number | null)[]> {
  const plans = Array.from({ length: LANES }, () =>
    record((recording) => {
      const count = recording.tensor({ kind: "state", name: COUNT.name }, COUNT.shape);
      const next = createOps(new Constants(), null).add(count, 1);
      return leaving(recording, new Map([[COUNT.name, next]]));
    }),
  );
  const stage = engine.stage(LANES);
  try {
    stage.compile("count", plans);
    for (const going of [() => true, (lane: number) => lane !== 1]) {
      stage.keep(going);
      for (let step = 0; step < 2; step++)
        await engine.take(new Set([stage.run("count", {}, true)]));
    }
    // A lane that rests keeps what it last wrote, on whichever turn that was.
    const saved = await stage.save(plans.map(() => [COUNT]));
    return saved.map((states) => {
      const [first, ...others] = new Set(states.get(COUNT.name));
      return first === undefined || others.length > 0 ? null : first;
    });
  } finally {
    stage.dispose();
  }
}
