import * as tf from "@tensorflow/tfjs-core";
import type { Tensor } from "../tensor/ops.ts";
import { raw } from "../tensor/tape.ts";
import { Build } from "./build.ts";
import { Graph } from "./graph.ts";
import type { Node, Source } from "./graph.ts";
import { kernels } from "./kernels.ts";

const NAME = "recorder";

/** A device for TensorFlow.js that computes nothing, but notes what it is asked to compute. */
class RecorderBackend extends tf.KernelBackend {
  readonly #nodes = new Map<object, Node>();
  build = new Build(new Graph());
  graph = new Graph();

  begin(): void {
    this.#nodes.clear();
    this.graph = new Graph();
    this.build = new Build(this.graph);
  }

  nodeOf({ dataId }: { readonly dataId: object }): Node {
    const node = this.#nodes.get(dataId);
    if (!node) throw new Error("a recorded step used a tensor that was not made while recording");
    return node;
  }

  hold(node: Node, dtype: tf.DataType = "float32"): tf.TensorInfo {
    const dataId = {};
    this.#nodes.set(dataId, node);
    return { dataId, shape: [...node.shape], dtype };
  }

  override write(values: tf.BackendValues | null, shape: number[]): object {
    const dataId = {};
    this.#nodes.set(dataId, this.#constant(values as ArrayLike<number>, shape));
    return dataId;
  }

  override disposeData(dataId: object): boolean {
    return this.#nodes.delete(dataId);
  }

  override numDataIds(): number {
    return this.#nodes.size;
  }

  override incRef(): void {}

  decRef(): void {}

  override refCount(): number {
    return 1;
  }

  override floatPrecision(): 16 | 32 {
    return 32;
  }

  override epsilon(): number {
    return 1e-7;
  }

  override timerAvailable(): boolean {
    return false;
  }

  override dispose(): void {
    this.#nodes.clear();
  }

  #constant(values: ArrayLike<number>, shape: readonly number[]): Node {
    const first = values[0] ?? 0;
    let even = true;
    for (let i = 1; even && i < values.length; i++) even = values[i] === first;
    if (even) return this.build.number(first, shape);
    // Equal numbers are one constant, also for another recording.
    const key = Array.from(values).join(" ");
    return this.graph.node({ kind: "input", source: { kind: "constant", values, key } }, shape);
  }
}

let backend: RecorderBackend | null = null;

function recorder(): RecorderBackend {
  if (backend) return backend;
  const made = new RecorderBackend();
  backend = made;
  tf.registerBackend(NAME, () => made);
  for (const [kernelName, kernel] of Object.entries(kernels))
    tf.registerKernel({
      kernelName,
      backendName: NAME,
      kernelFunc: ({ inputs, attrs }) => {
        const infos = Object.values(inputs) as tf.TensorInfo[];
        const asked = {
          inputs: infos.map((info) => made.nodeOf(info)),
          dtypes: infos.map(({ dtype }) => dtype),
        };
        const result = kernel(made.build, made.graph, asked, attrs ?? {});
        const dtype = dtypeOf(kernelName, infos, attrs);
        return Array.isArray(result)
          ? result.map((node: Node) => made.hold(node, dtype))
          : made.hold(result as Node, dtype);
      },
    });
  return made;
}

function dtypeOf(
  kernelName: string,
  [first]: readonly tf.TensorInfo[],
  attrs: tf.NamedAttrMap | undefined,
): tf.DataType {
  if (BOOLEAN.has(kernelName)) return "bool";
  if (kernelName === "ArgMax") return "int32";
  const asked = attrs?.["dtype"];
  if (typeof asked === "string") return asked as tf.DataType;
  return first?.dtype ?? "float32";
}

const BOOLEAN: ReadonlySet<string> = new Set([
  "Greater",
  "GreaterEqual",
  "Less",
  "LessEqual",
  "Equal",
  "LogicalAnd",
]);

/** What a recording is made with: stand-ins for tensors that will be there when it is replayed. */
export interface Recording {
  readonly graph: Graph;
  readonly build: Build;
  tensor(source: Source, shape: readonly number[], whole?: boolean): Tensor;
  nodeOf(tensor: Tensor): Node;
  /** The same numbers as a node of its own. */
  labelled(node: Node, label: string): Node;
}

/** Runs `work` with a device that only notes what is asked of it. `work` must not wait for anything. */
export function record<Result>(work: (recording: Recording) => Result): Result {
  const device = recorder();
  const before = tf.getBackend();
  device.begin();
  void tf.setBackend(NAME);
  let result: { readonly value: Result } | null = null;
  try {
    tf.tidy(() => {
      result = { value: work(recordingOf(device)) };
    });
  } finally {
    void tf.setBackend(before);
  }
  if (!result) throw new Error("the recording was cut short");
  return (result as { readonly value: Result }).value;
}

function recordingOf(device: RecorderBackend): Recording {
  return {
    graph: device.graph,
    build: device.build,
    tensor(source, shape, whole = false) {
      const node = device.graph.node({ kind: "input", source }, shape);
      const info = device.hold(node, whole ? "int32" : "float32");
      return tf.engine().makeTensorFromTensorInfo(info);
    },
    nodeOf: (tensor) => device.nodeOf(raw(tensor)),
    labelled: (node, label) =>
      device.graph.node({ kind: "slice", begin: node.shape.map(() => 0), label }, node.shape, [
        node,
      ]),
  };
}
