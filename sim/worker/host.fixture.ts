import { catalogue } from "../catalogue.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import type { FromSim } from "../contract/protocol.ts";
import { Host } from "./host.ts";

const QUERY =
  "steps=6&lanes=power-norm,batch-norm&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=256&translation.heldOut=64&translation.bleuPairs=16";
export const translating = parseExperiment(
  new URLSearchParams(`${QUERY}&evaluateEvery=5`),
  catalogue,
).experiment;
export const { experiment } = parseExperiment(new URLSearchParams(QUERY), catalogue);

/** A page's end of the hatch: keeps what was said, and waits for a kind of message. */
export class FakePage {
  readonly said: FromSim[] = [];
  readonly host: Host;
  #waiting: (() => void)[] = [];
  #heard: (message: FromSim) => void = () => {};

  constructor() {
    this.host = new Host({
      catalogue,
      post: (message) => {
        this.said.push(message);
        this.#heard(message);
        for (const wake of this.#waiting.splice(0)) wake();
      },
      now: () => performance.now(),
      nextTurn: () => new Promise((done) => setTimeout(done, 0)),
      wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    });
  }

  /** Does something at the very moment at which a kind of message is said. */
  whenSaid<Type extends FromSim["type"]>(
    type: Type,
    act: (message: Extract<FromSim, { type: Type }>) => void,
  ): void {
    this.#heard = (message) => {
      if (message.type === type) act(message as Extract<FromSim, { type: Type }>);
    };
  }

  async until<Type extends FromSim["type"]>(
    type: Type,
    run: number,
    fits: (message: Extract<FromSim, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<FromSim, { type: Type }>> {
    for (;;) {
      const failed = this.said.find((message) => message.type === "failed" && type !== "failed");
      if (failed) throw new Error(JSON.stringify(failed));
      const found = this.said.find(
        (message): message is Extract<FromSim, { type: Type }> =>
          message.type === type && message.run === run && fits(message as never),
      );
      if (found) return found;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }
}
