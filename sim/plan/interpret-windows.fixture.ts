import type { Node, Operation } from "./graph.ts";
import { sizeOf } from "./graph.ts";

type Deconvolution = Extract<Operation, { kind: "deconvolution" }>;

/** One place of a picture that a place of the window falls on. */
interface Meeting {
  /** A row of channels of the output's picture, one of the input's, and the window's matrix. */
  readonly output: number;
  readonly input: number;
  readonly window: number;
}

/** The gradient of a convolution's input, spelt out as a sum over where window and picture meet. */
export function deconvolved(
  node: Node,
  op: Deconvolution,
  dy: Float32Array,
  window: Float32Array,
): Float32Array {
  const [dyShape = [], windowShape = []] = node.inputs.map(({ shape }) => shape);
  const [, , inputs = 1, outputs = 1] = windowShape;
  const sums = new Float64Array(sizeOf(node.shape));
  for (const meeting of meetings(op, dyShape, node.shape, windowShape))
    for (let i = 0; i < inputs; i++) {
      const at = meeting.input * inputs + i;
      let sum = sums[at] ?? 0;
      for (let o = 0; o < outputs; o++)
        sum +=
          (dy[meeting.output * outputs + o] ?? 0) *
          (window[(meeting.window * inputs + i) * outputs + o] ?? 0);
      sums[at] = sum;
    }
  return Float32Array.from(sums);
}

function* meetings(
  { stride, dilation, top, left }: Deconvolution,
  [batch = 1, rows = 1, columns = 1]: readonly number[],
  [, height = 1, width = 1]: readonly number[],
  [windowHeight = 1, windowWidth = 1]: readonly number[],
): Generator<Meeting> {
  for (let n = 0; n < batch; n++)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++)
        for (let ky = 0; ky < windowHeight; ky++)
          for (let kx = 0; kx < windowWidth; kx++) {
            const y = r * stride + ky * dilation - top;
            const x = c * stride + kx * dilation - left;
            if (y < 0 || y >= height || x < 0 || x >= width) continue;
            yield {
              output: (n * rows + r) * columns + c,
              input: (n * height + y) * width + x,
              window: ky * windowWidth + kx,
            };
          }
}
