import { channelBuffers } from "../contract/channel-rows.ts";
import type { ChannelRows, WatchedSites } from "../contract/channel-rows.ts";
import { buffersOf, copyOf } from "../contract/checkpoint.ts";
import type { Experiment } from "../contract/experiment.ts";
import { withIntervention, withoutMore } from "../contract/interventions.ts";
import type { Intervention } from "../contract/interventions.ts";
import type { Pace, Resumption, RunId } from "../contract/protocol.ts";
import { holding, latest, noted } from "../contract/settings-log.ts";
import type { SettingsLog } from "../contract/settings-log.ts";
import { refuseIfBroken } from "../tensor/device-trouble.ts";
import { fence } from "../tensor/fence.ts";
import { Lockstep } from "../train/lockstep.ts";
import type { Drained } from "../train/recorder.ts";
import { CheckpointKeeper } from "./checkpoint-keeper.ts";
import type { Chosen } from "./choose-device.ts";
import { compileShaders } from "./compile-shaders.ts";
import { DeviceQueue } from "./device-queue.ts";
import { warmAndEstimate } from "./estimate-step.ts";
import { failure } from "./failure.ts";
import type { HostParts, Say } from "./host-parts.ts";
import { InFlight } from "./in-flight.ts";
import { StepTimer } from "./step-timer.ts";

/** A report at least this often while steps are being taken. */
const REPORT_EVERY_MS = 60;
/** And a word at least this often while there is nothing to report. */
const ALIVE_EVERY_MS = 1000;
/** Downloads under way while further steps are taken. */
const MOST_DOWNLOADS = 2;

const AS_FAST_AS_IT_GOES: Pace = { kind: "run", stepsPerSecond: null };

export interface RunParts {
  readonly id: RunId;
  readonly experiment: Experiment;
  readonly resume: Resumption | null;
  readonly watch: WatchedSites;
  readonly device: Chosen;
  readonly parts: HostParts;
  readonly say: Say;
}

/** What is reported when a download has come over: as things stood when it was begun. */
interface Drain {
  readonly drained: Drained;
  readonly step: number;
  readonly millisecondsPerStep: number;
  readonly tensors: number;
}

/** One run: takes steps at the pace it is given, reports what they left on the device, and can go back. */
export class Run {
  readonly id: RunId;
  /** Settles when the run has let go of the device. */
  readonly closed: Promise<void>;
  readonly #parts: HostParts;
  readonly #lockstep: Lockstep;
  readonly #keeper: CheckpointKeeper;
  readonly #timer = new StepTimer();
  readonly #queue: DeviceQueue;
  readonly #downloads = new InFlight<Drain>(MOST_DOWNLOADS, (drain) => this.#post(drain));
  #settings: SettingsLog;
  #pace: Pace = { kind: "pause" };
  /** Steps up to this one were seen before, and are taken again whatever the pace. */
  #until: number;
  /** Where to go back to, once the step under way is over. */
  #backTo: number | null = null;
  /** Settings that came while it was going back. */
  #turnedMeanwhile: Experiment | null = null;
  #closing = false;
  #wake: () => void = () => {};
  #saidFinished = false;
  #saidAliveAt = 0;
  /** Steps since the last report. */
  #unreported = 0;

  private constructor(
    { id, experiment, resume, parts }: RunParts,
    lockstep: Lockstep,
    keeper: CheckpointKeeper,
  ) {
    this.id = id;
    this.#parts = parts;
    this.#lockstep = lockstep;
    this.#keeper = keeper;
    this.#queue = new DeviceQueue({ fence, now: parts.now, wait: parts.wait });
    this.#settings = resume?.settings ?? [{ after: 0, experiment }];
    this.#until = resume?.until ?? 0;
    this.closed = this.#live();
  }

  static async open(run: RunParts): Promise<Run> {
    const { id, experiment, resume, parts, say } = run;
    const { engine, report: device } = run.device;
    const { catalogue, post, now } = parts;
    const compiles = device.name === "webgl";
    if (compiles && !engine) await compileShaders(run);
    say("Opening the data and drawing the weights", 0, 1);
    const lockstep = await Lockstep.open(experiment, catalogue, { engine, now });
    if (compiles) say("Compiling shaders", 0, 1);
    const millisecondsPerStep = await warmAndEstimate(lockstep, {
      device,
      replays: engine !== null,
      now,
    });
    const from = resume?.checkpoint ?? null;
    const keeper = await CheckpointKeeper.open(id, parts, lockstep, from);
    const { reports: lanes, columns, tasks, step } = lockstep;
    const samples = tasks.map(({ workload }) => workload.samples);
    const pairs = tasks.map(({ workload }) => workload.trial?.pairs ?? []);
    const built = { device, lanes, columns, samples, pairs, step, millisecondsPerStep };
    post({ type: "ready", run: id, ...built }, []);
    lockstep.watch(run.watch);
    return new Run(run, lockstep, keeper);
  }

  tune(settings: Experiment): void {
    if (this.#backTo !== null) {
      this.#turnedMeanwhile = settings;
      return;
    }
    const { interventions } = latest(this.#settings);
    this.#hold({ ...settings, interventions });
    this.#saidFinished = false;
    this.#wake();
  }

  intervene(how: "begin" | "end", intervention: Intervention): void {
    // The page offers nothing until it has heard where the run went back to.
    if (this.#backTo !== null) return;
    const held = latest(this.#settings);
    const changed = how === "begin" ? withIntervention : withoutMore;
    const interventions = changed(held.interventions, intervention, this.#seen);
    this.#hold({ ...held, interventions });
  }

  pace(pace: Pace): void {
    this.#pace = pace;
    this.#wake();
  }

  rewind(to: number): void {
    this.#backTo = Math.min(to, this.#lockstep.step);
    this.#wake();
  }

  watch(watch: WatchedSites): void {
    const rows = this.#lockstep.watch(watch);
    // A run at rest has something to show at once; one on its way back does not know yet where it will stand.
    if (rows && !this.#closing && this.#backTo === null) this.#postChannels(rows);
  }

  close(): void {
    this.#closing = true;
    this.#wake();
  }

  /** The last step that was taken, or that is taken again as it was. */
  get #seen(): number {
    return Math.max(this.#lockstep.step, this.#until);
  }

  get #isRepeating(): boolean {
    return this.#lockstep.step < this.#until;
  }

  get #isPaused(): boolean {
    return this.#backTo === null && this.#pace.kind === "pause" && !this.#isRepeating;
  }

  get #idle(): boolean {
    return this.#isPaused || (this.#backTo === null && this.#lockstep.finished);
  }

  async #live(): Promise<void> {
    try {
      this.#prepare();
      while (!this.#closing) await this.#turn();
      await this.#downloads.landed();
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

  /** One step and whatever is due after it; or a way back; or a rest until something changes. */
  async #turn(): Promise<void> {
    if (this.#backTo !== null) return this.#goBack(this.#backTo);
    if (this.#idle) {
      this.#report();
      await this.#downloads.landed();
      this.#sayFinished();
      // What came in meanwhile may have set it going again.
      if (this.#idle && !this.#closing) await this.#rest();
      return;
    }
    const pace = this.#isRepeating ? AS_FAST_AS_IT_GOES : this.#pace;
    const { now, nextTurn } = this.#parts;
    const start = now();
    this.#takeStep();
    this.#unreported += 1;
    await this.#queue.given();
    this.#timer.add(now() - start, 1);
    if (this.#lockstep.owesTranslations) {
      this.#report();
      await this.#downloads.landed();
      await this.#translate();
    }
    // Unless a message has asked for something else meanwhile.
    if (pace.kind === "step" && this.#pace === pace) this.#pace = { kind: "pause" };
    const isPaced = pace.kind === "run" && pace.stepsPerSecond !== null;
    const stepped = now();
    if (isPaced || this.#timer.spent >= REPORT_EVERY_MS) {
      this.#report();
      // The steps go on, unless too much is under way already.
      await this.#downloads.room();
    }
    await nextTurn();
    this.#timer.add(now() - stepped, 0);
    if (isPaced) await this.#waitUntil(start + 1000 / pace.stepsPerSecond, pace);
  }

  #takeStep(): void {
    this.#lockstep.takeStep();
    this.#prepare();
  }

  /** From the next step that nobody has seen. */
  #hold(experiment: Experiment): void {
    const after = this.#seen;
    this.#settings = noted(this.#settings, { after, experiment });
    this.#parts.post({ type: "tuned", run: this.id, after, experiment }, []);
    this.#prepare();
  }

  /** The settings of the next step: others than those of now only where steps are taken again. */
  #prepare(): void {
    this.#lockstep.tune(holding(this.#settings, this.#lockstep.step + 1));
  }

  /** Begins to bring over what the steps have left; the next steps do not wait for it. */
  #report(): void {
    if (this.#unreported === 0) return;
    this.#unreported = 0;
    const drain = this.#lockstep.drain();
    const { step, tensors } = this.#lockstep;
    const millisecondsPerStep = this.#timer.mean();
    const landing = this.#downloads.begin(
      drain.then((drained) => ({ drained, step, millisecondsPerStep, tensors })),
    );
    // What goes on from here would owe no translations.
    if (!this.#lockstep.owesTranslations) this.#keeper.keep(landing);
  }

  #post({ drained: { rows, channels, diverged }, ...report }: Drain): void {
    refuseIfBroken();
    if (this.#closing) return;
    const { post } = this.#parts;
    if (channels) this.#postChannels(channels);
    post(
      { type: "report", run: this.id, rows, ...report },
      rows.flatMap(({ steps, values }) => [steps.buffer, values.buffer] as ArrayBuffer[]),
    );
    for (const { lane, step, site } of diverged)
      post({ type: "diverged", run: this.id, lane, step, site }, []);
  }

  #postChannels(rows: ChannelRows): void {
    this.#parts.post({ type: "channels", run: this.id, rows }, channelBuffers(rows));
  }

  /** What the lanes say as they stand, a word at a time, with an ear for messages between two words. */
  async #translate(): Promise<void> {
    const { nextTurn, post } = this.#parts;
    const said = await this.#lockstep.translate(async () => {
      await nextTurn();
      this.#sayAlive("Translating");
      while (this.#isPaused && !this.#closing) await this.#rest();
      return !this.#closing && this.#backTo === null;
    });
    refuseIfBroken();
    if (!said || this.#closing) return;
    post(
      { type: "translations", run: this.id, ...said },
      said.rows.flatMap(({ steps, values }) => [steps.buffer, values.buffer] as ArrayBuffer[]),
    );
    this.#keeper.keep(Promise.resolve());
  }

  /** To the checkpoint before that step, and from there once more as it went; nothing of it is reported. */
  async #goBack(to: number): Promise<void> {
    const { now, nextTurn, post } = this.#parts;
    await this.#downloads.landed();
    const checkpoint = await this.#keeper.goBack(to);
    this.#prepare();
    let start = now();
    while (this.#lockstep.step < to && !this.#closing) {
      this.#takeStep();
      if (now() - start < REPORT_EVERY_MS) continue;
      await this.#lockstep.drain();
      await nextTurn();
      this.#sayAlive("Going back");
      start = now();
    }
    await this.#lockstep.drain();
    refuseIfBroken();
    if (this.#closing) return;
    this.#unreported = 0;
    this.#until = Math.min(this.#until, to);
    this.#backTo = null;
    const copy = copyOf(checkpoint);
    post({ type: "rewound", run: this.id, step: to, checkpoint: copy }, buffersOf(copy));
    this.tune(this.#turnedMeanwhile ?? latest(this.#settings));
    this.#turnedMeanwhile = null;
  }

  /** Until a time has come, or another pace, or a way back. */
  async #waitUntil(time: number, pace: Pace): Promise<void> {
    const { now, wait } = this.#parts;
    for (let rest = time - now(); rest > 0; rest = time - now()) {
      if (this.#closing || this.#pace !== pace || this.#backTo !== null) return;
      await Promise.race([wait(rest), this.#rest()]);
    }
  }

  /** Long work without a report must not be taken for a worker's death. */
  #sayAlive(doing: string): void {
    const { now, post } = this.#parts;
    if (now() - this.#saidAliveAt < ALIVE_EVERY_MS) return;
    this.#saidAliveAt = now();
    post({ type: "progress", run: this.id, doing, done: this.#lockstep.step, of: this.#until }, []);
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
