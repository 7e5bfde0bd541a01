import { catalogue } from "../../sim/catalogue.ts";
import type { DeviceName } from "../../sim/contract/device.ts";
import type { Effect, ParamSpec, ParamValue } from "../../sim/contract/params.ts";
import type { Column, FromSim, RunId, TableName, ToSim } from "../../sim/contract/protocol.ts";
import { settingsOf } from "../../sim/contract/settings.ts";
import { createPageStore } from "../store/store.ts";
import { readAddress } from "../store/url.ts";
import { Session } from "./session.ts";
import type { Port } from "./sim-client.ts";
import { keepInSync } from "./sync.ts";

/** The other end of the wire: remembers what it was told, and says what a test wants said. */
class FakePort implements Port {
  readonly heard: ToSim[] = [];
  ended = false;
  say: (message: FromSim) => void = () => {};
  crash: (detail: string) => void = () => {};
  post(message: ToSim): void {
    this.heard.push(structuredClone(message));
  }
  listen(onMessage: (message: FromSim) => void, onError: (detail: string) => void): void {
    this.say = onMessage;
    this.crash = onError;
  }
  end(): void {
    this.ended = true;
  }
  get types(): string[] {
    return this.heard.map(({ type }) => type);
  }
}

const columns: Readonly<Record<TableName, readonly Column[]>> = {
  steps: [{ kind: "loss", lane: "bn", on: "train" }],
  "held-out": [],
  translated: [{ kind: "score", name: "BLEU", lane: "bn", on: "held-out" }],
};

export function ready(
  run: RunId,
  step = 0,
  device: DeviceName = "cpu",
  millisecondsPerStep = 20,
): FromSim {
  return {
    type: "ready",
    run,
    device: {
      name: device,
      detail: "plain",
      software: false,
      engine: "fused",
      reason: "asked for",
      standIn: false,
    },
    lanes: [
      {
        id: "bn",
        task: 0,
        normaliser: "bn",
        parameters: 10,
        sites: [{ id: "encoder 1 attention", channels: 4, own: false }],
      },
    ],
    columns,
    samples: [],
    step,
    pairs: [[{ input: "ein Hund .", output: "a dog ." }]],
    millisecondsPerStep,
  };
}

export function report(run: RunId, step: number): FromSim {
  return {
    type: "report",
    run,
    step,
    rows: [{ table: "steps", steps: Uint32Array.of(step), values: Float32Array.of(step / 2) }],
    millisecondsPerStep: 20,
    tensors: 100,
  };
}

export function opened(query = "") {
  const ports: FakePort[] = [];
  const store = createPageStore(catalogue, readAddress(query, catalogue));
  const session = new Session(store, () => {
    const port = new FakePort();
    ports.push(port);
    return port;
  });
  const letGo = keepInSync(session, catalogue);
  session.open();
  return {
    store,
    session,
    letGo,
    ports,
    state: store.getState,
    port: () => ports.at(-1) as FakePort,
  };
}

/** Changes the first setting that takes hold as asked. */
export function change(house: ReturnType<typeof opened>, effect: Effect): void {
  const setting = settingsOf(house.state().experiment, catalogue).find(
    ({ spec }) => spec.effect === effect && spec.kind === "range",
  );
  if (!setting) throw new Error(`no setting is ${effect}`);
  house.state().setExperiment(setting.with(other(setting.spec, setting.value)));
}

function other(spec: ParamSpec, value: ParamValue): ParamValue {
  if (spec.kind !== "range") throw new Error("not a range");
  return value === spec.min ? spec.max : spec.min;
}
