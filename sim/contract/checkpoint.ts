/** What one lane carries from step to step, and what has been noted of it. */
export interface LaneCheckpoint {
  readonly lane: string;
  /** What lies end to end in `numbers`: the parameters, what the optimiser remembers, each site's memory. */
  readonly parts: readonly CheckpointPart[];
  readonly numbers: Float32Array;
  /** What the observer remembers of every site, end to end. */
  readonly running: Float64Array;
  readonly diverged: boolean;
}

export interface CheckpointPart {
  readonly name: string;
  readonly size: number;
}

/** All that a run needs to go on exactly as if it had never been interrupted; batches are a function of the step. */
export interface Checkpoint {
  /** Steps taken. */
  readonly step: number;
  readonly lanes: readonly LaneCheckpoint[];
}

/** What has to be kept for it, without the few words beside the numbers. */
export function bytesOf({ lanes }: Checkpoint): number {
  return lanes.reduce(
    (sum, { numbers, running }) => sum + numbers.byteLength + running.byteLength,
    0,
  );
}

/** The same numbers in memory of its own, so that it can be handed over to another thread. */
export function copyOf({ step, lanes }: Checkpoint): Checkpoint {
  return {
    step,
    lanes: lanes.map((lane) => ({
      ...lane,
      numbers: lane.numbers.slice(),
      running: lane.running.slice(),
    })),
  };
}

/** What can be handed over to another thread instead of being copied. */
export function buffersOf({ lanes }: Checkpoint): ArrayBuffer[] {
  // Ours are never shared between threads.
  return lanes.flatMap(({ numbers, running }) => [numbers.buffer, running.buffer] as ArrayBuffer[]);
}
