import { describe, expect, it } from "vitest";
import { Random } from "../../contract/random.ts";
import { Canvas } from "./canvas.ts";
import { DRAWINGS } from "./drawings.ts";
import { renderScene } from "./render-scene.ts";

function render(label: number, size: number): Float32Array {
  const view = { canvas: new Canvas(size), colourVariance: 0.5 };
  return renderScene(DRAWINGS[label]!, new Random(`scene/${label}`), view);
}

/** [32, 32, 3] → [8, 8, 3], by means of four by four. */
function shrink(large: Float32Array): Float32Array {
  const small = new Float32Array(8 * 8 * 3);
  for (const [i, value] of large.entries()) {
    const [channel, column, row] = [i % 3, Math.floor(i / 3) % 32, Math.floor(i / 96)];
    const to = (Math.floor(row / 4) * 8 + Math.floor(column / 4)) * 3 + channel;
    small[to] = (small[to] ?? 0) + value / 16;
  }
  return small;
}

describe("a scene", () => {
  it.each(DRAWINGS.map((drawing, label) => [drawing.name, label] as const))(
    "is the same %s, seen from farther away, at 8 px as at 32",
    (_name, label) => {
      const near = shrink(render(label, 32));
      const far = render(label, 8);
      const squares = far.reduce((sum, value, i) => sum + (value - (near[i] ?? 0)) ** 2, 0);
      expect(Math.sqrt(squares / far.length)).toBeLessThan(0.1);
    },
  );

  it("leaves no trace on the canvas for the next one", () => {
    const view = { canvas: new Canvas(8), colourVariance: 0.5 };
    renderScene(DRAWINGS[3]!, new Random(1), view);
    expect(renderScene(DRAWINGS[0]!, new Random("scene/0"), view)).toEqual(render(0, 8));
  });
});
