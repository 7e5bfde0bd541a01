import type { ChannelRows, WatchedSites } from "../contract/channel-rows.ts";
import type { Checkpoint } from "../contract/checkpoint.ts";
import { entry } from "../contract/catalogue.ts";
import type { Catalogue } from "../contract/catalogue.ts";
import type { Experiment } from "../contract/experiment.ts";
import type { SiteId } from "../contract/net.ts";
import type { Column, LaneReport, TableName } from "../contract/protocol.ts";
import { Random } from "../contract/random.ts";
import { Constants } from "../tensor/constants.ts";
import { liveTensors } from "../tensor/engine.ts";
import type { Engine } from "../plan/engine.ts";
import { batchAt } from "./batch-at.ts";
import { ComposedCrew, tensorCarrier } from "./composed-crew.ts";
import { engineCarrier } from "./crew.ts";
import type { Carrier, Crew } from "./crew.ts";
import type { Batch } from "../contract/batch.ts";
import type { SavedState } from "./checkpoint.ts";
import { HELD_OUT_MODES, heldOutRows } from "./held-out-table.ts";
import type { HeldOutMode } from "./held-out-table.ts";
import { drawLanes } from "./draw-lanes.ts";
import type { OpenedTask } from "./draw-lanes.ts";
import { entryAt } from "./entry-at.ts";
import { disposeFeed, feedOf } from "./feed.ts";
import { heldOutNotes, inBothModes } from "./held-out-notes.ts";
import type { HeldOutLook } from "./held-out-notes.ts";
import type { Lane } from "./lane.ts";
import type { Moment } from "./lane-setup.ts";
import { momentOf } from "./moment.ts";
import { RecordedCrew } from "./recorded-crew.ts";
import { Recorder } from "./recorder.ts";
import type { Drained } from "./recorder.ts";
import type { SiteCut } from "./site-cut.ts";
import { Translator } from "./translator.ts";
import type { Translations } from "./translator.ts";

interface TaskCrew {
  readonly crew: Crew;
  /** The lane in each place of the crew. */
  readonly members: readonly number[];
}

/** Loss and share of right answers on all held-out data. */
export interface HeldOutScore {
  readonly loss: number;
  readonly score: number;
}

export interface LockstepOptions {
  /** Every step on the first batch, so that a device can be timed on one set of shapes. */
  readonly sameBatch?: boolean;
  /** What replays recorded steps; without one, each step is composed on the device of TensorFlow.js that is open. */
  readonly engine?: Engine | null;
  /** Milliseconds; without it, how long drawing the weights took is not known. */
  readonly now?: () => number;
}

/** Several lanes, one clock: the same batches in the same order, each step taken by all before the next begins. */
export class Lockstep {
  readonly tasks: readonly OpenedTask[];
  readonly lanes: readonly Lane[];
  /**
   * About what a step takes where the weights were drawn, from how long that took: the way back is twice the work of the
   * way there. Nothing without a clock.
   */
  readonly roughMilliseconds: number;
  readonly #engine: Engine | null;
  readonly #carrier: Carrier;
  /** One for each task, and the lanes that are in it, by their place in the crew. */
  #crews: readonly TaskCrew[] = [];
  readonly #constants = new Constants();
  readonly #recorder: Recorder;
  readonly #translator: Translator;
  #experiment: Experiment;
  #step = 0;
  /** The last evaluation, while its translations are still to come. */
  #untranslated: number | null = null;
  /** Checkpoints on their way from the device. */
  #saving = 0;

  private constructor(
    experiment: Experiment,
    catalogue: Catalogue,
    tasks: readonly OpenedTask[],
    { engine, now }: Required<Pick<LockstepOptions, "engine" | "now">>,
  ) {
    this.#engine = engine;
    this.#carrier = engine ? engineCarrier(engine) : tensorCarrier;
    this.#experiment = experiment;
    this.tasks = tasks;
    const start = now();
    this.lanes = drawLanes(experiment, catalogue, tasks, this.#constants);
    this.roughMilliseconds = 3 * (now() - start);
    const scored = experiment.lanes.map(({ task }, index) => {
      const { id } = entryAt(experiment.tasks, task).workload;
      const { score, translationScore = null } = entry(catalogue.workloads, id);
      return { lane: entryAt(this.lanes, index).setup.id, score, translationScore };
    });
    this.#recorder = new Recorder(this.lanes, scored, catalogue.metrics, this.#carrier);
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
    { sameBatch = false, engine = null, now = () => 0 }: LockstepOptions = {},
  ): Promise<Lockstep> {
    const tasks = await Promise.all(
      experiment.tasks.map(async ({ workload: { id, params } }): Promise<OpenedTask> => {
        const random = new Random(experiment.seed).stream(`data/${id}`);
        const opened = await entry(catalogue.workloads, id).open(params, random);
        const workload = sameBatch ? { ...opened, batch: () => opened.batch(0) } : opened;
        return { workload };
      }),
    );
    const lockstep = new Lockstep(experiment, catalogue, tasks, { engine, now });
    await lockstep.#gatherCrews();
    return lockstep;
  }

  async #gatherCrews(): Promise<void> {
    this.#crews = await Promise.all(
      this.tasks.map(async ({ workload }, task) => {
        const members = this.lanes.flatMap((_, lane) =>
          this.#experiment.lanes[lane]?.task === task ? [lane] : [],
        );
        const lanes = members.map((lane) => entryAt(this.lanes, lane));
        const crew = this.#engine
          ? await RecordedCrew.open(this.#engine, lanes, workload.heldOut)
          : new ComposedCrew(lanes, workload.heldOut);
        return { crew, members };
      }),
    );
  }

  /** Makes the next step ready, as far as it can be; changes nothing. */
  async warm(): Promise<void> {
    for (const [task, { crew }] of this.#crews.entries()) {
      const { batch, now } = this.#stepOf(task, this.#step + 1);
      await crew.warm(batch, now);
    }
  }

  /** Steps taken so far. */
  get step(): number {
    return this.#step;
  }

  /** Tensors alive on the device, without the constants that each new shape of batch adds once. */
  get tensors(): number {
    const lasting = liveTensors() - this.#constants.count;
    // An engine leaves checkpoints on their way out of its count; a composed one is a block for every lane.
    if (this.#engine) return this.#engine.held.things + lasting;
    return lasting - this.#saving * this.lanes.length;
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
    this.#crews.forEach(({ crew, members }, task) => {
      const going = this.#going(members);
      if (going.length === 0) return;
      const { batch, now } = this.#stepOf(task, this.#step);
      for (const [place, row] of crew.step(batch, now, going)) {
        const lane = entryAt(members, place);
        this.#recorder.noteStep({ lane, now, row });
      }
    });
    if (this.#step % evaluateEvery === 0 || this.#step === steps) this.#evaluate();
  }

  /** What the next step would make of one site of a lane that is composed; changes nothing. */
  async cut(lane: number, site: SiteId): Promise<SiteCut> {
    const { task } = entryAt(this.#experiment.lanes, lane);
    const { batch, now } = this.#stepOf(task, this.#step + 1);
    const feed = feedOf(batch);
    try {
      return await entryAt(this.lanes, lane).cut(feed, now, site);
    } finally {
      disposeFeed(feed);
    }
  }

  /** Which sites' channels are drained too from now on; gives those of the newest step that has come over. */
  watch(watch: WatchedSites): ChannelRows | null {
    return this.#recorder.watch(watch);
  }

  /** Everything noted since the last time, in one download from the device. */
  async drain(): Promise<Drained> {
    return this.#recorder.drain();
  }

  /**
   * All that is needed to go on from here, exactly. It is taken at this call, so that steps may be taken while it is
   * brought over. Everything must have been drained; it need not have come over.
   */
  async save(): Promise<Checkpoint> {
    const step = this.#step;
    this.#saving += 1;
    try {
      const states: SavedState[] = [];
      const [noted] = await Promise.all([
        this.#recorder.save(),
        ...this.#crews.map(async ({ crew, members }) => {
          const saved = await crew.save();
          members.forEach((lane, place) => {
            states[lane] = entryAt(saved, place);
          });
        }),
      ]);
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
    for (const { crew, members } of this.#crews)
      crew.load(members.map((lane) => entryAt(lanes, lane)));
    this.#recorder.load(lanes);
    this.#untranslated = null;
    this.#step = step;
  }

  /** Held-out scores of each lane as it stands, in one mode; changes nothing. */
  async score(mode: HeldOutMode): Promise<readonly HeldOutScore[]> {
    const notes = this.#crews.flatMap((_, task) =>
      heldOutNotes(this.#lookAt(task), (places) => [{ places, modes: [mode] }]),
    );
    const numbers = await this.#carrier.gather(notes.map(({ scores }) => scores));
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
      predict: (lane, batch, mode) => this.#predict(lane, batch, step, mode),
      hasDiverged: (lane) => this.#recorder.hasDiverged(lane),
      isDue: (scoreEvery) => step % (evaluateEvery * scoreEvery) === 0 || step === steps,
      between,
    });
  }

  close(): void {
    this.#recorder.dispose();
    for (const { crew } of this.#crews) crew.dispose();
    for (const lane of this.lanes) lane.dispose();
    this.#constants.dispose();
  }

  /** A task's batch at a step, and where its training stands, with what is done by hand. */
  #stepOf(task: number, step: number): { readonly batch: Batch; readonly now: Moment } {
    const now = momentOf(this.#experiment, task, step);
    return { now, batch: batchAt(entryAt(this.tasks, task).workload, step, now.byHand) };
  }

  #evaluate(): void {
    this.#untranslated = this.#step;
    this.#crews.forEach((_, task) => {
      const remembers = (place: number): boolean =>
        entryAt(this.lanes, entryAt(entryAt(this.#crews, task).members, place)).remembers;
      const notes = heldOutNotes(this.#lookAt(task), (places) => inBothModes(places, remembers));
      for (const note of notes) this.#recorder.noteHeldOut(note);
    });
  }

  #lookAt(task: number): HeldOutLook {
    const { crew, members } = entryAt(this.#crews, task);
    return {
      crew,
      members,
      going: this.#going(members),
      batches: entryAt(this.tasks, task).workload.heldOut,
      now: momentOf(this.#experiment, task, this.#step),
    };
  }

  #predict(lane: number, batch: Batch, step: number, mode: HeldOutMode): Promise<Int32Array> {
    const { task } = entryAt(this.#experiment.lanes, lane);
    const { crew, members } = entryAt(this.#crews, task);
    return crew.predict(members.indexOf(lane), batch, momentOf(this.#experiment, task, step), mode);
  }

  /** The places in a crew of those lanes that have not diverged. */
  #going(members: readonly number[]): number[] {
    return members.flatMap((lane, place) => (this.#recorder.hasDiverged(lane) ? [] : [place]));
  }
}
