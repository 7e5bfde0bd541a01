import type { EngineName } from "../contract/device.ts";
import type { Experiment } from "../contract/experiment.ts";
import type { Pace, RunId } from "../contract/protocol.ts";
import { Lockstep } from "../train/lockstep.ts";
import type { Chosen } from "./choose-device.ts";
import { failure } from "./failure.ts";
import type { HostParts, Say } from "./host-parts.ts";

/** A report at least this often while steps are being taken. */
const REPORT_EVERY_MS = 60;

export interface RunParts {
  readonly id: RunId;
  readonly experiment: Experiment;
  readonly device: Chosen;
  readonly engine: EngineName;
  readonly parts: HostParts;
  readonly say: Say;
}

/** One run: takes steps at the pace it is given, and reports what they left on the device. */
export class Run {
  readonly id: RunId;
  /** Settles when the run has let go of the device. */
  readonly closed: Promise<void>;
  readonly #parts: HostParts;
  readonly #lockstep: Lockstep;
  #pace: Pace = { kind: "pause" };
  #closing = false;
  #wake: () => void = () => {};
  #saidFinished = false;
  /** Milliseconds spent on steps since the last report, and how many they were. */
  #spent = 0;
  #taken = 0;

  private constructor(id: RunId, parts: HostParts, lockstep: Lockstep) {
    this.id = id;
    this.#parts = parts;
    this.#lockstep = lockstep;
    this.closed = this.#live();
  }

  static async open({ id, experiment, device, engine, parts, say }: RunParts): Promise<Run> {
    const { catalogue, post } = parts;
    if (device.name === "webgl") await compile(experiment, engine, parts, say);
    say("Opening the data and drawing the weights", 0, 1);
    const lockstep = await Lockstep.open(experiment, catalogue, { engine });
    const run = new Run(id, parts, lockstep);
    post(
      {
        type: "ready",
        run: id,
        device: { ...device, engine: lockstep.engine },
        lanes: lockstep.reports,
        columns: lockstep.columns,
        samples: lockstep.tasks.map(({ workload }) => workload.samples),
        pairs: lockstep.tasks.map(({ workload }) => workload.trial?.pairs ?? []),
      },
      [],
    );
    return run;
  }

  tune(experiment: Experiment): void {
    this.#lockstep.tune(experiment);
    this.#saidFinished = false;
    this.#wake();
  }

  pace(pace: Pace): void {
    this.#pace = pace;
    this.#wake();
  }

  close(): void {
    this.#closing = true;
    this.#wake();
  }

  get #idle(): boolean {
    return this.#pace.kind === "pause" || this.#lockstep.finished;
  }

  async #live(): Promise<void> {
    try {
      while (!this.#closing) await this.#turn();
    } catch (error) {
      this.#parts.post(failure(this.id, error), []);
    }
    // With a lost device there is nothing to let go of, and no telling what letting go does.
    try {
      this.#lockstep.close();
    } catch (error) {
      this.#parts.post(failure(this.id, error), []);
    }
  }

  /** One step and whatever is due after it; or a rest until something changes. */
  async #turn(): Promise<void> {
    const pace = this.#pace;
    if (this.#idle) {
      await this.#report();
      this.#sayFinished();
      // What came in during the report may have set it going again.
      if (this.#idle && !this.#closing) await this.#rest();
      return;
    }
    const { now, nextTurn, wait } = this.#parts;
    const start = now();
    this.#lockstep.takeStep();
    this.#taken += 1;
    this.#spent += now() - start;
    if (this.#lockstep.owesTranslations) {
      await this.#report();
      await this.#translate();
    }
    // Unless a message has asked for something else meanwhile.
    if (pace.kind === "step" && this.#pace === pace) this.#pace = { kind: "pause" };
    if (pace.kind === "run" && pace.stepsPerSecond !== null) {
      await this.#report();
      await wait(Math.max(0, 1000 / pace.stepsPerSecond - (now() - start)));
    } else if (this.#spent >= REPORT_EVERY_MS) await this.#report();
    await nextTurn();
  }

  async #report(): Promise<void> {
    if (this.#taken === 0) return;
    const { now, post } = this.#parts;
    const start = now();
    const { rows, diverged } = await this.#lockstep.drain();
    const milliseconds = (this.#spent + now() - start) / this.#taken;
    this.#spent = 0;
    this.#taken = 0;
    if (this.#closing) return;
    post(
      {
        type: "report",
        run: this.id,
        step: this.#lockstep.step,
        rows,
        millisecondsPerStep: milliseconds,
        tensors: this.#lockstep.tensors,
      },
      rows.flatMap(({ steps, values }) => [steps.buffer, values.buffer] as ArrayBuffer[]),
    );
    for (const { lane, step, site } of diverged)
      post({ type: "diverged", run: this.id, lane, step, site }, []);
  }

  /** What the lanes say as they stand, a word at a time, with an ear for messages between two words. */
  async #translate(): Promise<void> {
    const { nextTurn, post } = this.#parts;
    const said = await this.#lockstep.translate(async () => {
      await nextTurn();
      while (this.#pace.kind === "pause" && !this.#closing) await this.#rest();
      return !this.#closing;
    });
    if (!said || this.#closing) return;
    post(
      { type: "translations", run: this.id, ...said },
      said.rows.flatMap(({ steps, values }) => [steps.buffer, values.buffer] as ArrayBuffer[]),
    );
  }

  #sayFinished(): void {
    if (!this.#lockstep.finished || this.#saidFinished) return;
    this.#saidFinished = true;
    this.#parts.post({ type: "finished", run: this.id, step: this.#lockstep.step }, []);
  }

  /** Until a message changes something. */
  #rest(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

/** Takes one step of a copy, so that the shaders are there when Play is pressed. */
async function compile(
  experiment: Experiment,
  engine: EngineName,
  { catalogue }: HostParts,
  say: Say,
): Promise<void> {
  say("Compiling shaders", 0, 1);
  const copy = await Lockstep.open({ ...experiment, steps: 2, evaluateEvery: 2 }, catalogue, {
    engine,
  });
  try {
    copy.takeStep();
    await copy.drain();
  } finally {
    copy.close();
  }
  say("Compiling shaders", 1, 1);
}
