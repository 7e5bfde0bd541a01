import type { WatchedSites } from "../../sim/contract/channel-rows.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { Intervention } from "../../sim/contract/interventions.ts";
import { printInterventions } from "../../sim/contract/interventions-text.ts";
import type { FromSim, Resumption } from "../../sim/contract/protocol.ts";
import { SLOW_STEP_MS } from "../../sim/contract/slow-step.ts";
import type { Failure } from "../store/run-slice.ts";
import type { Store } from "../store/store.ts";
import { ChannelStore } from "./channel-store.ts";
import { Keepsake } from "./keepsake.ts";
import { Series } from "./series.ts";
import { SimClient } from "./sim-client.ts";
import type { Port } from "./sim-client.ts";
import { Watch } from "./watch.ts";

// Long enough that a slider can be dragged without building a network for every value it passes.
const SETTLE_MS = 200;

/** What the hall can ask of the workshop: one run at a time, begun, played, taken back, and begun again. */
export class Session {
  readonly store: Store;
  readonly series = new Series();
  readonly channels = new ChannelStore();
  readonly client: SimClient;
  readonly #keepsake = new Keepsake();
  readonly #watch: Watch;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** The experiment that is being built; null when nothing is. */
  #building: Experiment | null = null;
  /** The step at which the worker or the device was last lost. */
  #lostAt = -1;
  #playedWhenItFailed = false;
  #isHidden = false;
  /** Interventions as the run has them, in words. */
  #interventions = "";

  constructor(store: Store, makePort: () => Port) {
    this.store = store;
    this.client = new SimClient(makePort, {
      message: (message) => this.#hear(message),
      lost: (detail) => this.#lose({ code: "stopped", detail }),
    });
    this.#watch = new Watch(() => this.#lose({ code: "stopped", detail: "it has fallen silent" }));
  }

  /** Ends the run and begins another of the experiment as it stands; it plays on if the last one did. */
  readonly open = (): void => {
    this.#leave();
    const { experiment, deviceRequest, engine } = this.store.getState();
    this.#building = experiment;
    this.#interventions = printInterventions(experiment.interventions);
    this.#lostAt = -1;
    this.#keepsake.begin(experiment);
    this.client.open(experiment, deviceRequest, engine);
  };

  /** The same, but builds only when the hand has come to rest. */
  readonly openSoon = (): void => {
    this.#leave();
    this.#settling = setTimeout(this.open, SETTLE_MS);
  };

  /** After a failure: goes on, on a fresh worker, from what the page has kept of the run. */
  readonly goOn = (): void => {
    const { experiment, deviceRequest, engine, step, device, want, goOn } = this.store.getState();
    clearTimeout(this.#settling);
    this.#watch.stop();
    this.client.terminate();
    goOn();
    want(this.#playedWhenItFailed);
    this.#building = experiment;
    const resume = this.#keepsake.resumption(step, step > 0 && device ? device.name : null);
    this.client.open(experiment, deviceRequest, engine, resume);
  };

  readonly play = (): void => {
    const { phase, want } = this.store.getState();
    want(true);
    if (phase === "ready" || phase === "paused") this.#runUnlessSlow();
    else if (phase === "released") this.#takeUp();
    else if (phase === "idle" || phase === "finished" || phase === "failed") this.open();
  };

  /** Play, though each step takes long. */
  readonly playAnyway = (): void => {
    this.store.getState().answerSlow("accepted");
    this.play();
  };

  readonly pause = (): void => {
    this.store.getState().want(false);
    this.#rest();
  };

  /** One step, then rest. */
  readonly step = (): void => {
    const { phase, want, enter } = this.store.getState();
    want(false);
    if (phase !== "ready" && phase !== "running" && phase !== "paused") return;
    this.#watch.stop();
    enter("paused");
    this.client.pace({ kind: "step" });
  };

  /** From where a step of the run can be taken once more, beside it. */
  before(step: number): Pick<Resumption, "checkpoint" | "settings"> {
    return this.#keepsake.before(step);
  }

  /** Back to the state after so many steps, exactly; from there it rests, or plays. */
  readonly rewind = (to: number, then: "rest" | "play"): void => {
    const { phase, want, enter } = this.store.getState();
    if (phase !== "running" && phase !== "paused" && phase !== "finished") return;
    want(then === "play");
    enter("rewinding");
    this.client.pace({ kind: "pause" });
    this.client.rewind(to);
    this.#watchOver();
  };

  /** Gives the worker and its device back, and keeps what was measured. Play goes on from there, on a fresh worker. */
  readonly letGo = (): void => {
    const { phase, want, enter } = this.store.getState();
    if (phase === "idle" || phase === "failed" || phase === "released") return;
    clearTimeout(this.#settling);
    this.#watch.stop();
    this.#building = null;
    this.client.terminate();
    want(false);
    enter("released");
  };

  /** As long as `intervention`, from the next step on; the worker says which that is. */
  readonly intervene = (intervention: Intervention): void => {
    this.client.intervene("begin", intervention);
  };

  /** No more of it from the next step on. */
  readonly endIntervention = (intervention: Intervention): void => {
    this.client.intervene("end", intervention);
  };

  /** Whether these are the interventions of the run that is going; others need another run. */
  has(interventions: readonly Intervention[]): boolean {
    return printInterventions(interventions) === this.#interventions;
  }

  /** Back to step 0, at rest. */
  readonly reset = (): void => {
    this.store.getState().want(false);
    this.open();
  };

  /** Which site's channels are sent of each lane, and kept, from now on; of nothing, none. */
  readonly watch = (watched: WatchedSites): void => {
    this.channels.watch(watched);
    this.client.watch(watched);
  };

  /** Nobody looks: the run rests until somebody does. */
  hide(): void {
    this.#isHidden = true;
    if (this.#rest()) this.store.getState().doze(true);
  }

  show(): void {
    this.#isHidden = false;
    const { phase, wantsToPlay, doze } = this.store.getState();
    doze(false);
    if (wantsToPlay && phase === "paused") this.#run();
  }

  /** Ends the run and the worker. */
  end(): void {
    clearTimeout(this.#settling);
    this.#watch.stop();
    this.client.terminate();
  }

  #leave(): void {
    clearTimeout(this.#settling);
    this.#watch.stop();
    // A worker that is still building may not listen for seconds; a new one is quicker.
    if (this.#building) this.client.terminate();
    else this.client.close();
    this.#building = null;
    this.series.clear();
    this.channels.clear();
    this.store.getState().enter("opening");
  }

  /** What was given back is taken up again where it was; where there is nothing to go on with, the run begins. */
  #takeUp(): void {
    const { step, experiment, answerSlow, dismissRecovery } = this.store.getState();
    if (step === 0 || step >= experiment.steps) {
      this.open();
      return;
    }
    answerSlow("accepted");
    dismissRecovery();
    this.#playedWhenItFailed = true;
    this.goOn();
  }

  /** Nobody begins hours of work unawares. */
  #runUnlessSlow(): void {
    const { estimatedMilliseconds, slowStep, askSlow } = this.store.getState();
    const isSlow = (estimatedMilliseconds ?? 0) > SLOW_STEP_MS;
    if (isSlow && slowStep !== "accepted") askSlow();
    else this.#run();
  }

  #run(): void {
    const { enter, doze, speed } = this.store.getState();
    if (this.#isHidden) {
      enter("paused");
      doze(true);
      return;
    }
    enter("running");
    this.client.pace({ kind: "run", stepsPerSecond: speed });
    this.#watchOver();
  }

  /** Whether there was anything to stop. */
  #rest(): boolean {
    const { phase, enter } = this.store.getState();
    if (phase !== "running") return false;
    this.#watch.stop();
    enter("paused");
    this.client.pace({ kind: "pause" });
    return true;
  }

  #watchOver(): void {
    this.#watch.start(() => {
      const { millisecondsPerStep, estimatedMilliseconds } = this.store.getState();
      return millisecondsPerStep ?? estimatedMilliseconds;
    });
  }

  #hear(message: FromSim): void {
    this.#watch.heard();
    if (message.type === "failed") {
      this.#lose(message);
      return;
    }
    this.#keepsake.hear(message);
    if (message.type === "tuned")
      this.#interventions = printInterventions(message.experiment.interventions);
    if (message.type === "ready" && message.step === 0) this.series.begin(message.columns);
    if (message.type === "ready" || message.type === "rewound") {
      // Before the series, which says to all that draw that something has changed.
      this.channels.truncate(message.step);
      this.series.truncate(message.step);
    }
    if (message.type === "channels") {
      this.channels.append(message.rows);
      this.series.touch();
    }
    if (message.type === "report" || message.type === "translations")
      this.series.append(message.rows);
    this.store.getState().receive(message);
    if (message.type === "ready") this.#begin();
    if (message.type === "rewound") this.#settle();
    if (message.type === "finished") this.#watch.stop();
  }

  /** What was changed or asked for while the run was being built. */
  #begin(): void {
    const { experiment } = this.store.getState();
    if (experiment !== this.#building) this.client.tune(experiment);
    this.#building = null;
    this.#settle();
  }

  #settle(): void {
    const { wantsToPlay, phase, enter } = this.store.getState();
    if (phase === "rewinding") enter("paused");
    if (wantsToPlay) this.#runUnlessSlow();
  }

  /**
   * The worker or its device is gone. A run that was well goes on by itself on a fresh worker; one that has not come further
   * since the last time, or never began, fails, and the learner decides. Whatever is wrong with this worker, none is kept.
   */
  #lose(failure: Failure): void {
    const { phase, step, wantsToPlay, fail, interrupt } = this.store.getState();
    const wasWell = phase !== "opening" && phase !== "failed" && step > this.#lostAt;
    const isLoss = failure.code === "lost" || failure.code === "stopped";
    this.#building = null;
    this.#watch.stop();
    this.client.terminate();
    this.#playedWhenItFailed = wantsToPlay;
    if (!wasWell || !isLoss) {
      fail(failure);
      return;
    }
    this.#lostAt = step;
    interrupt({ code: failure.code, detail: failure.detail });
    this.goOn();
  }
}
