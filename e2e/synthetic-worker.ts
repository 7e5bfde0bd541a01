import type { Page } from "@playwright/test";
import { catalogue } from "../sim/catalogue.ts";
import { STATISTICS } from "../sim/contract/metric.ts";
import type { Column, FromSim, LaneReport, ToSim } from "../sim/contract/protocol.ts";

type Ready = Extract<FromSim, { type: "ready" }>;

interface Synthetic {
  readonly ready: Omit<Ready, "run">;
  /** Steps that arrive as soon as Play is pressed, in large reports. */
  readonly before: number;
  /** Steps of each report after that, one report every `everyMs`. */
  readonly perReport: number;
  readonly everyMs: number;
}

/** What a run of so many lanes and sites says of itself when it is built: the columns a real one would have. */
export function syntheticReady(lanes: readonly string[], sites: number): Omit<Ready, "run"> {
  const names = Array.from({ length: sites }, (_, index) => `encoder ${index + 1}`);
  const reports: readonly LaneReport[] = lanes.map((id) => ({
    id,
    task: 0,
    normaliser: id,
    parameters: 1,
    sites: names.map((name) => ({ id: name, channels: 8, own: false })),
  }));
  const steps = lanes.flatMap((lane): Column[] => [
    { kind: "loss", lane, on: "train" },
    { kind: "score", name: "accuracy", lane, on: "train" },
    ...names.flatMap((site) =>
      catalogue.metrics.flatMap(({ id: metric }) =>
        STATISTICS.map((statistic) => ({
          kind: "statistic" as const,
          lane,
          site,
          of: "input" as const,
          metric,
          statistic,
        })),
      ),
    ),
  ]);
  const heldOut = lanes.flatMap((lane): Column[] =>
    (["held-out", "held-out-on-batch"] as const).flatMap((on) => [
      { kind: "loss", lane, on },
      { kind: "score", name: "accuracy", lane, on },
    ]),
  );
  return {
    type: "ready",
    device: {
      name: "cpu",
      detail: "synthetic",
      engine: "composed",
      standIn: false,
      software: false,
      reason: "No network is trained.",
    },
    lanes: reports,
    columns: { steps, "held-out": heldOut, translated: [] },
    samples: [[]],
    pairs: [[]],
    step: 0,
    millisecondsPerStep: 1,
  };
}

/**
 * Puts a worker in place of the page's own that trains nothing and sends waves with spikes, in real messages: for
 * measuring what drawing costs, and nothing else.
 */
export async function useSyntheticWorker(page: Page, synthetic: Synthetic): Promise<void> {
  await page.addInitScript((given: Synthetic) => {
    class SyntheticWorker extends EventTarget {
      onmessage: ((event: { data: FromSim }) => void) | null = null;
      onerror = null;
      onmessageerror = null;
      private run = 0;
      private step = 0;
      private timer: number | undefined;

      postMessage(message: ToSim): void {
        if (message.type === "open") {
          this.run = message.run;
          this.step = 0;
          this.say({ ...given.ready, run: this.run });
        }
        if (message.type === "pace" && message.pace.kind === "run") {
          while (this.step < given.before) this.report(Math.min(500, given.before - this.step));
          this.timer ??= window.setInterval(() => this.report(given.perReport), given.everyMs);
        }
        if (message.type === "close" || (message.type === "pace" && message.pace.kind === "pause"))
          this.terminate();
      }

      terminate(): void {
        window.clearInterval(this.timer);
        this.timer = undefined;
      }

      private say(data: FromSim): void {
        setTimeout(() => this.onmessage?.({ data }));
      }

      private report(count: number): void {
        const width = given.ready.columns.steps.length;
        const heldOut = given.ready.columns["held-out"].length;
        const values = Float32Array.from({ length: count * width }, (_, index) => {
          const step = this.step + Math.floor(index / width);
          const wave = 1 + Math.sin(step / 90 + index) + 0.2 * Math.sin(step * 1.7);
          return step % 997 === 5 ? 9 * wave : wave;
        });
        const steps = Uint32Array.from({ length: count }, (_, row) => this.step + row + 1);
        this.step += count;
        this.say({
          type: "report",
          run: this.run,
          step: this.step,
          rows: [
            { table: "steps", steps, values },
            { table: "held-out", steps: steps.slice(-1), values: values.slice(0, heldOut) },
          ],
          millisecondsPerStep: 1,
          tensors: 0,
        });
      }
    }
    Object.assign(window, { Worker: SyntheticWorker });
  }, synthetic);
}
