import type { Node, Operation } from "./graph.ts";
import { sizeOf } from "./graph.ts";

type Windowed = Extract<Operation, { kind: "convolution" | "deconvolution" }>;

/** One place of a picture that a place of the window falls on. */
interface Meeting {
  /** A row of channels of the small picture (the output's), of the large one, and the window's matrix. */
  readonly small: number;
  readonly large: number;
  readonly window: number;
}

/** A convolution, x ∗ window, or the gradient of its input, spelt out as sums over where window and picture meet. */
export function writeWindows(
  node: Node,
  op: Windowed,
  x: Float32Array,
  window: Float32Array,
): Float32Array {
  const [, , inputs = 1, outputs = 1] = node.inputs[1]?.shape ?? [];
  const sums = new Float64Array(sizeOf(node.shape));
  const forward = op.kind === "convolution";
  const [small, large] = forward
    ? [node.shape, node.inputs[0]?.shape ?? []]
    : [node.inputs[0]?.shape ?? [], node.shape];
  for (const meeting of meetings(op, small, large, node.inputs[1]?.shape ?? []))
    for (let i = 0; i < inputs; i++)
      for (let o = 0; o < outputs; o++) {
        const weight = window[(meeting.window * inputs + i) * outputs + o] ?? 0;
        const at = meeting.small * outputs + o;
        const from = meeting.large * inputs + i;
        if (forward) sums[at] = (sums[at] ?? 0) + (x[from] ?? 0) * weight;
        else sums[from] = (sums[from] ?? 0) + (x[at] ?? 0) * weight;
      }
  return Float32Array.from(sums);
}

function* meetings(
  { stride, dilation, top, left }: Windowed,
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
              small: (n * rows + r) * columns + c,
              large: (n * height + y) * width + x,
              window: ky * windowWidth + kx,
            };
          }
}
