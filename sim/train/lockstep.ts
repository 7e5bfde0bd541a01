import type { Checkpoint } from "../contract/checkpoint.ts";
import { entry } from "../contract/catalogue.ts";
import type { Catalogue } from "../contract/catalogue.ts";
import type { EngineName } from "../contract/device.ts";
import type { Experiment } from "../contract/experiment.ts";
import type { Clock } from "../contract/net.ts";
import type { Column, LaneReport, Rows, TableName } from "../contract/protocol.ts";
import { Random } from "../contract/random.ts";
import type { Workload } from "../contract/workload.ts";
import { Constants } from "../tensor/constants.ts";
import { dispose, download, joined, liveTensors } from "../tensor/engine.ts";
import { disposeFeed, feedOf } from "./feed.ts";
import type { Feed } from "./feed.ts";
import { HELD_OUT_MODES, heldOutRows } from "./held-out-table.ts";
import type { HeldOutMode, HeldOutNote } from "./held-out-table.ts";
import { Lane } from "./lane.ts";
import { nameLanes } from "./name-lanes.ts";
import { Recorder } from "./recorder.ts";
import type { Divergence } from "./recorder.ts";
import { Translator } from "./translator.ts";
import type { Translations } from "./translator.ts";

export interface OpenedTask {
  readonly workload: Workload;
  /** Held-out batches, kept on the device. */
  readonly heldOut: readonly Feed[];
}

export interface Drained {
  readonly rows: readonly Rows[];
  readonly diverged: readonly Divergence[];
}

/** Loss and share of right answers on all held-out data. */
export interface HeldOutScore {
  readonly loss: number;
  readonly score: number;
}

export interface LockstepOptions {
  /** Every step on the first batch, so that a device can be timed on one set of shapes. */
  readonly sameBatch?: boolean;
  readonly engine?: EngineName;
}

/** Several lanes, one clock: the same batches in the same order, each step taken by all before the next begins. */
export class Lockstep {
  readonly tasks: readonly OpenedTask[];
  readonly lanes: readonly Lane[];
  readonly engine: EngineName;
  readonly #constants = new Constants();
  readonly #recorder: Recorder;
  readonly #translator: Translator;
  #experiment: Experiment;
  #step = 0;
  /** The last evaluation, while its translations are still to come. */
  #untranslated: number | null = null;
  /** Checkpoints on their way from the device, each a block for every lane. */
  #saving = 0;

  private constructor(
    experiment: Experiment,
    catalogue: Catalogue,
    tasks: readonly OpenedTask[],
    engine: EngineName,
  ) {
    this.engine = engine;
    this.#experiment = experiment;
    this.tasks = tasks;
    const names = nameLanes(experiment.lanes);
    this.lanes = experiment.lanes.map((lane, index) => {
      const task = entryAt(experiment.tasks, lane.task);
      const { workload } = entryAt(tasks, lane.task);
      const feed = feedOf(workload.batch(0));
      const built = new Lane(
        {
          id: names[index] ?? lane.normaliser.id,
          model: entry(catalogue.models, task.model.id),
          modelParams: task.model.params,
          normaliser: entry(catalogue.normalisers, lane.normaliser.id),
          normaliserParams: withDefaults(catalogue, lane.normaliser),
          optimiser: task.training.optimiser,
          facts: workload.facts,
          random: new Random(experiment.seed).stream("weights"),
          constants: this.#constants,
          gradientStatistics: experiment.gradientStatistics,
        },
        feed,
        this.#clockOf(lane.task, 1),
      );
      disposeFeed(feed);
      return built;
    });
    const scored = experiment.lanes.map(({ task }, index) => {
      const { id } = entryAt(experiment.tasks, task).workload;
      const { score, translationScore = null } = entry(catalogue.workloads, id);
      return { lane: entryAt(this.lanes, index).setup.id, score, translationScore };
    });
    this.#recorder = new Recorder(this.lanes, scored, catalogue.metrics);
    this.#translator = new Translator(
      this.lanes.map((lane, index) => {
        const { task } = entryAt(experiment.lanes, index);
        return { lane, workload: entryAt(tasks, task).workload };
      }),
    );
  }

  /** Opens the data, draws the weights, and stands ready for the first step. */
  static async open(
    experiment: Experiment,
    catalogue: Catalogue,
    { sameBatch = false, engine = "fused" }: LockstepOptions = {},
  ): Promise<Lockstep> {
    const tasks = await Promise.all(
      experiment.tasks.map(async ({ workload: { id, params } }): Promise<OpenedTask> => {
        const random = new Random(experiment.seed).stream(`data/${id}`);
        const opened = await entry(catalogue.workloads, id).open(params, random);
        const workload = sameBatch ? { ...opened, batch: () => opened.batch(0) } : opened;
        return { workload, heldOut: workload.heldOut.map(feedOf) };
      }),
    );
    return new Lockstep(experiment, catalogue, tasks, engine);
  }

  /** Steps taken so far. */
  get step(): number {
    return this.#step;
  }

  /** Tensors alive on the device, without the constants that each new shape of batch adds once. */
  get tensors(): number {
    return liveTensors() - this.#constants.count - this.#saving * this.lanes.length;
  }

  get finished(): boolean {
    return this.#step >= this.#experiment.steps || this.#recorder.allDiverged;
  }

  get columns(): Readonly<Record<TableName, readonly Column[]>> {
    return this.#recorder.columns;
  }

  get reports(): readonly LaneReport[] {
    return this.lanes.map(({ setup, sites, parameterCount }, index) => ({
      id: setup.id,
      task: entryAt(this.#experiment.lanes, index).task,
      normaliser: setup.normaliser.id,
      sites,
      parameters: parameterCount,
    }));
  }

  /** New values for whatever takes hold at once; they hold from the next step. */
  tune(experiment: Experiment): void {
    this.#experiment = experiment;
  }

  /** One step of every lane that has not diverged, and now and then a look at held-out data. */
  takeStep(): void {
    this.#step += 1;
    this.#untranslated = null;
    const { evaluateEvery, steps } = this.#experiment;
    const feeds = this.tasks.map(({ workload }) => feedOf(workload.batch(this.#step - 1)));
    this.lanes.forEach((lane, index) => {
      if (this.#recorder.hasDiverged(index)) return;
      const { task } = entryAt(this.#experiment.lanes, index);
      const { training } = entryAt(this.#experiment.tasks, task);
      const row = lane.step(entryAt(feeds, task), this.#clockOf(task, this.#step), training);
      this.#recorder.noteStep({ step: this.#step, lane: index, alpha: training.alpha, row });
    });
    for (const feed of feeds) disposeFeed(feed);
    if (this.#step % evaluateEvery === 0 || this.#step === steps) this.#evaluate();
  }

  /** Everything noted since the last time, in one download from the device. */
  async drain(): Promise<Drained> {
    return this.#recorder.drain();
  }

  /**
   * All that is needed to go on from here, exactly. It is taken at this call, so that steps may be taken while it is
   * brought over. Everything must have been drained.
   */
  async save(): Promise<Checkpoint> {
    const noted = this.lanes.map((_, index) => this.#recorder.save(index));
    const step = this.#step;
    this.#saving += 1;
    try {
      const states = await Promise.all(this.lanes.map((lane) => lane.save()));
      const lanes = this.lanes.map(({ setup }, index) => ({
        lane: setup.id,
        ...entryAt(states, index),
        ...entryAt(noted, index),
      }));
      return { step, lanes };
    } finally {
      this.#saving -= 1;
    }
  }

  /** Goes on from a checkpoint of the same experiment. Throws when it is of another. */
  restore({ step, lanes }: Checkpoint): void {
    const [saved, own] = [lanes.map(({ lane }) => lane), this.lanes.map(({ setup }) => setup.id)];
    if (saved.join() !== own.join())
      throw new Error(
        `a checkpoint of the lanes ${saved.join(", ")} cannot go on as ${own.join(", ")}`,
      );
    this.lanes.forEach((lane, index) => lane.load(entryAt(lanes, index)));
    this.#recorder.load(lanes);
    this.#untranslated = null;
    this.#step = step;
  }

  /** Held-out scores of each lane as it stands, in one mode; changes nothing. */
  async score(mode: HeldOutMode): Promise<readonly HeldOutScore[]> {
    const notes = this.lanes.flatMap((_, index) => this.#heldOutNotes(index, [mode]));
    const tensors = notes.map(({ scores }) => scores);
    const block = joined(tensors);
    const numbers = await download(block);
    dispose([...tensors, block]);
    const { values } = heldOutRows(notes, numbers, this.lanes.length);
    const start = 2 * HELD_OUT_MODES.indexOf(mode);
    const width = 2 * HELD_OUT_MODES.length;
    return this.lanes.map((_, lane) => ({
      loss: values[lane * width + start] ?? Number.NaN,
      score: values[lane * width + start + 1] ?? Number.NaN,
    }));
  }

  /** An evaluation has been made whose sentences are still to be translated. */
  get owesTranslations(): boolean {
    return this.#untranslated !== null && this.#translator.hasWork;
  }

  /**
   * What each lane, as it stands, makes of held-out sentences, and its score where one is due; changes nothing. `between` is
   * called between two words, and gives up with false: then null, and nothing is owed any more.
   */
  async translate(between: () => Promise<boolean>): Promise<Translations | null> {
    const step = this.#untranslated ?? this.#step;
    this.#untranslated = null;
    const { evaluateEvery, steps } = this.#experiment;
    return this.#translator.translate({
      step,
      clockOf: (lane) => this.#clockOf(entryAt(this.#experiment.lanes, lane).task, step),
      hasDiverged: (lane) => this.#recorder.hasDiverged(lane),
      isDue: (scoreEvery) => step % (evaluateEvery * scoreEvery) === 0 || step === steps,
      between,
    });
  }

  close(): void {
    for (const lane of this.lanes) lane.dispose();
    for (const { heldOut } of this.tasks) heldOut.forEach(disposeFeed);
    this.#recorder.dispose();
    this.#constants.dispose();
  }

  #evaluate(): void {
    this.#untranslated = this.#step;
    this.lanes.forEach((_, index) => {
      if (this.#recorder.hasDiverged(index)) return;
      const modes = entryAt(this.lanes, index).remembers
        ? HELD_OUT_MODES.map((mode) => [mode])
        : [HELD_OUT_MODES];
      for (const together of modes)
        for (const note of this.#heldOutNotes(index, together)) this.#recorder.noteHeldOut(note);
    });
  }

  /** Held-out batches in the first of these modes, which the others are known to equal. */
  #heldOutNotes(index: number, modes: readonly HeldOutMode[]): HeldOutNote[] {
    const [mode = "evaluate"] = modes;
    const { task } = entryAt(this.#experiment.lanes, index);
    const lane = entryAt(this.lanes, index);
    const clock = this.#clockOf(task, this.#step);
    return entryAt(this.tasks, task).heldOut.map((feed) => ({
      step: this.#step,
      lane: index,
      modes,
      scores: lane.evaluate(feed, clock, mode),
      rows: feed.rows,
    }));
  }

  #clockOf(task: number, step: number): Clock {
    const { steps, tasks } = this.#experiment;
    const { warmUp, alpha } = entryAt(tasks, task).training;
    return { step, steps, warmUp, alpha };
  }
}

function withDefaults(catalogue: Catalogue, choice: Experiment["lanes"][number]["normaliser"]) {
  const { params } = entry(catalogue.normalisers, choice.id);
  const initial = Object.entries(params).map(([name, spec]) => [name, spec.initial] as const);
  return { ...Object.fromEntries(initial), ...choice.params };
}

function entryAt<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`there is no entry ${index} in a list of ${list.length}`);
  return item;
}
