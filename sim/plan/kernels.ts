import { backend_util as shapesOf } from "@tensorflow/tfjs-core";
import type { DataType } from "@tensorflow/tfjs-core";
import { sizeOf } from "./graph.ts";
import type { Graph, MapFunction, Node, Reduction } from "./graph.ts";
import { isTurned } from "./build.ts";
import type { Build } from "./build.ts";

export interface Asked {
  readonly inputs: readonly Node[];
  readonly dtypes: readonly DataType[];
}

/** From what a kernel of TensorFlow.js is asked to what it means in the graph. */
export type Kernel = (
  build: Build,
  graph: Graph,
  asked: Asked,
  // TensorFlow.js types each kernel's attributes apart; each rule below names its own.
  attrs: Readonly<Record<string, unknown>>,
) => Node | readonly Node[];

const map =
  (apply: MapFunction): Kernel =>
  (build, _, { inputs }) =>
    build.map(apply, ...inputs);

function axesOf(axis: unknown, rank: number): number[] {
  const listed = axis === undefined || axis === null ? [...Array(rank).keys()] : [axis].flat();
  return (listed as number[]).map((a) => (a < 0 ? a + rank : a));
}

function only(inputs: readonly Node[]): Node {
  const [x] = inputs;
  if (!x) throw new Error("a kernel was asked without an input");
  return x;
}

function reduced(how: Reduction, average = false): Kernel {
  // The kernel of the largest has another name for its axes than all others.
  return (build, _, { inputs }, { axis, reductionIndices, keepDims }) => {
    const x = only(inputs);
    const axes = axesOf(axis ?? reductionIndices, x.shape.length);
    const kept = build.reduce(how, x, axes);
    const count = axes.reduce((product, a) => product * (x.shape[a] ?? 1), 1);
    const found = average ? build.map("mul", kept, build.number(1 / count, [])) : kept;
    return keepDims
      ? found
      : build.reshape(
          found,
          x.shape.filter((__, a) => !axes.includes(a)),
        );
  };
}

const softmax: Kernel = (build, _, { inputs }) => {
  const x = only(inputs);
  const last = [x.shape.length - 1];
  const raised = build.map("exp", build.map("sub", x, build.reduce("max", x, last)));
  return build.map("div", raised, build.reduce("sum", raised, last));
};

const product: Kernel = (build, _, { inputs: [a, b] }, { transposeA, transposeB }) => {
  if (!a || !b) throw new Error("a product needs two sides");
  const side = (x: Node, flip: unknown): Node => {
    const batch = sizeOf(x.shape.slice(0, -2));
    const matrix = build.reshape(x, [batch, ...x.shape.slice(-2)]);
    return flip ? build.transpose(matrix, [0, 2, 1]) : matrix;
  };
  const result = build.product(side(a, transposeA), side(b, transposeB));
  const lead = (a.shape.length > b.shape.length ? a : b).shape.slice(0, -2);
  return build.reshape(result, [...lead, ...result.shape.slice(-2)]);
};

/**
 * A product of what the window sees at each place with the window. Where the pictures' channels do not lie side by side, as in
 * the gradient of a window, the places are taken before the pictures, so that four neighbours do.
 */
const convolution: Kernel = (build, graph, { inputs: [x, window] }, attrs) => {
  if (!x || !window) throw new Error("a convolution needs a picture and a window");
  const { strides, pad, dilations } = attrs as unknown as ConvolutionAttributes;
  const info = shapesOf.computeConv2DInfo(four(x), four(window), strides, dilations, pad);
  const [n, height, width, outputs] = info.outShape;
  const [windowHeight, windowWidth, channels] = four(window);
  const inner = windowHeight * windowWidth * channels;
  const patches = graph.node(
    {
      kind: "patches",
      stride: info.strideHeight,
      dilation: info.dilationHeight,
      top: info.padInfo.top,
      left: info.padInfo.left,
    },
    [n, height, width, windowHeight, windowWidth, channels],
    [x],
  );
  const columns = build.reshape(window, [1, inner, outputs]);
  if (!isTurned(x)) {
    const rows = build.reshape(patches, [1, n * height * width, inner]);
    return build.reshape(build.product(rows, columns), info.outShape);
  }
  const turned = build.transpose(patches, [1, 2, 0, 3, 4, 5]);
  const rows = build.reshape(turned, [1, height * width * n, inner]);
  const found = build.reshape(build.product(rows, columns), [height, width, n, outputs]);
  return build.transpose(found, [2, 0, 1, 3]);
};

const deconvolution: Kernel = (_, graph, { inputs: [dy, window] }, attrs) => {
  if (!dy || !window) throw new Error("a convolution's gradient needs a gradient and a window");
  const { strides, pad, inputShape } = attrs as unknown as ConvolutionAttributes;
  const info = shapesOf.computeConv2DInfo(inputShape, four(window), strides, 1, pad);
  const op = {
    kind: "deconvolution",
    stride: info.strideHeight,
    dilation: 1,
    top: info.padInfo.top,
    left: info.padInfo.left,
  } as const;
  return graph.node(op, inputShape, [dy, window]);
};

interface ConvolutionAttributes {
  readonly strides: number;
  readonly pad: "same" | "valid";
  readonly dilations: number;
  readonly inputShape: [number, number, number, number];
}

function four(x: Node): [number, number, number, number] {
  const [a = 1, b = 1, c = 1, d = 1] = x.shape;
  return [a, b, c, d];
}

const gather: Kernel = (_, graph, { inputs: [table, ids] }) => {
  if (!table || !ids) throw new Error("a gather needs a table and ids");
  return graph.node({ kind: "gather" }, [...ids.shape, table.shape.at(-1) ?? 1], [table, ids]);
};

const oneHot: Kernel = (build, graph, { inputs }, { depth }) => {
  const ids = only(inputs);
  const position = graph.node({ kind: "position" }, [depth as number]);
  return build.map("equal", build.reshape(ids, [...ids.shape, 1]), position);
};

const concat: Kernel = (build, _, { inputs }, { axis }) => {
  const [place = 0] = axesOf(axis, inputs[0]?.shape.length ?? 1);
  return build.concat(inputs, place);
};

const split: Kernel = (build, _, { inputs }, { numOrSizeSplits, axis }) => {
  const x = only(inputs);
  const [place = 0] = axesOf(axis, x.shape.length);
  const whole = x.shape[place] ?? 1;
  const sizes =
    typeof numOrSizeSplits === "number"
      ? Array<number>(numOrSizeSplits).fill(whole / numOrSizeSplits)
      : (numOrSizeSplits as number[]);
  let at = 0;
  return sizes.map((size) => {
    const begin = x.shape.map((__, i) => (i === place ? at : 0));
    at += size;
    return build.slice(
      x,
      begin,
      x.shape.map((n, i) => (i === place ? size : n)),
    );
  });
};

const slice: Kernel = (build, _, { inputs }, { begin, size }) => {
  const x = only(inputs);
  const from = [begin].flat() as number[];
  const asked = [size].flat() as number[];
  return build.slice(
    x,
    x.shape.map((__, i) => from[i] ?? 0),
    x.shape.map((n, i) => {
      const length = asked[i] ?? -1;
      return length < 0 ? n - (from[i] ?? 0) : length;
    }),
  );
};

const pad: Kernel = (build, _, { inputs }, { paddings }) => {
  const x = only(inputs);
  const around = paddings as [number, number][];
  return build.pad(
    x,
    around.map(([before]) => before),
    x.shape.map((n, i) => n + (around[i]?.[0] ?? 0) + (around[i]?.[1] ?? 0)),
  );
};

const clip: Kernel = (build, _, { inputs }, { clipValueMin, clipValueMax }) => {
  const low = build.number(clipValueMin as number, []);
  const high = build.number(clipValueMax as number, []);
  return build.map("minimum", build.map("maximum", only(inputs), low), high);
};

const cast: Kernel = (build, _, { inputs, dtypes }, { dtype }) =>
  dtype === "int32" && dtypes[0] === "float32" ? build.map("truncate", only(inputs)) : only(inputs);

const reshape: Kernel = (build, _, { inputs }, { shape }) =>
  build.reshape(only(inputs), shape as number[]);

/** Every kernel of TensorFlow.js that `sim/tensor` asks for. */
export const kernels: Readonly<Record<string, Kernel>> = {
  Add: map("add"),
  Sub: map("sub"),
  Multiply: map("mul"),
  RealDiv: map("div"),
  Maximum: map("maximum"),
  Minimum: map("minimum"),
  Greater: map("greater"),
  Less: map("less"),
  Equal: map("equal"),
  LogicalAnd: map("and"),
  Neg: map("neg"),
  Square: map("square"),
  Sqrt: map("sqrt"),
  Rsqrt: map("rsqrt"),
  Exp: map("exp"),
  Log: map("log"),
  Abs: map("abs"),
  Sign: map("sign"),
  Step: map("step"),
  Tanh: map("tanh"),
  Sigmoid: map("sigmoid"),
  Relu: map("relu"),
  ClipByValue: clip,
  Cast: cast,
  Softmax: softmax,
  Sum: reduced("sum"),
  Mean: reduced("sum", true),
  Max: reduced("max"),
  Min: reduced("min"),
  ArgMax: (build, graph, { inputs }) => {
    const x = only(inputs);
    const found = graph.node({ kind: "argmax" }, [...x.shape.slice(0, -1), 1], [x]);
    return build.reshape(found, x.shape.slice(0, -1));
  },
  BatchMatMul: product,
  Conv2D: convolution,
  Conv2DBackpropInput: deconvolution,
  GatherV2: gather,
  OneHot: oneHot,
  Reshape: reshape,
  Identity: (_, __, { inputs }) => only(inputs),
  Transpose: (build, _, { inputs }, { perm }) => build.transpose(only(inputs), perm as number[]),
  Slice: slice,
  SplitV: split,
  PadV2: pad,
  Reverse: (build, _, { inputs }, { dims }) =>
    build.reverse(only(inputs), axesOf(dims, only(inputs).shape.length)),
  Concat: concat,
  Tile: (build, _, { inputs }, { reps }) => {
    const x = only(inputs);
    const times = reps as number[];
    return build.tile(
      x,
      x.shape.map((n, i) => n * (times[i] ?? 1)),
    );
  },
  Fill: (build, _, __, { shape, value }) => build.number(value as number, shape as number[]),
  ZerosLike: (build, _, { inputs }) => build.number(0, only(inputs).shape),
  OnesLike: (build, _, { inputs }) => build.number(1, only(inputs).shape),
};
