import { expect, test } from "vitest";
import { WIDTH } from "../plan/layout.ts";
import { GEOMETRY, GEOMETRY_LENGTH } from "./program-text.ts";
import { rectanglesOf } from "./stretch.ts";
import type { Stretch } from "./stretch.ts";

/** Every texel that is drawn on, lane by lane, as `x` and `y` in the texture. */
function drawn(stretch: Stretch, lanes: readonly number[]): { texels: Set<string>; draws: number } {
  const integers = new Int32Array(GEOMETRY_LENGTH);
  const { instances, cut } = rectanglesOf(integers, stretch, lanes);
  const height = integers[GEOMETRY.height] ?? 0;
  const width = integers[GEOMETRY.width] ?? 0;
  const texels = new Set<string>();
  for (let instance = 0; instance < instances; instance++) {
    const start = integers[GEOMETRY.starts + instance] ?? 0;
    expect(cut ?? { width, row: start, height }).toEqual({ width, row: start, height });
    for (let y = start; y < start + height; y++)
      for (let x = 0; x < width; x++) texels.add(`${x} ${y}`);
  }
  return { texels, draws: instances };
}

test.each([
  { texel: 0, count: 6, band: 1, bands: 4 },
  { texel: 0, count: 3 * WIDTH - 5, band: 3, bands: 4 },
  { texel: 7, count: 9, band: 1, bands: 4 },
  { texel: 2 * WIDTH + 200, count: 100, band: 9, bands: 4 },
  { texel: 2 * WIDTH, count: WIDTH, band: 9, bands: 4 },
])("$count texels from $texel on are drawn in the bands of their lanes, $band high", (stretch) => {
  for (const lanes of [[0, 1, 2, 3], [1, 2], [0, 2, 3], [3]]) {
    const { texels } = drawn(stretch, lanes);
    const wanted = lanes.flatMap((lane) =>
      Array.from({ length: stretch.count }, (_, i) => {
        const t = stretch.texel + i;
        return `${t % WIDTH} ${lane * stretch.band + Math.floor(t / WIDTH)}`;
      }),
    );
    expect(wanted.filter((place) => !texels.has(place))).toEqual([]);
    const bands = [...texels].map((place) =>
      Math.floor(Number(place.split(" ")[1]) / stretch.band),
    );
    expect(new Set(bands)).toEqual(new Set(lanes));
  }
});

test("whole bands side by side are one rectangle, and others one for each lane", () => {
  const whole = { texel: 0, count: 2 * WIDTH, band: 2, bands: 4 };
  expect(drawn(whole, [0, 1, 2, 3]).draws).toBe(1);
  expect(drawn(whole, [1, 2]).draws).toBe(1);
  expect(drawn(whole, [0, 2]).draws).toBe(2);
  expect(drawn({ ...whole, count: WIDTH }, [0, 1, 2, 3]).draws).toBe(4);
  expect(drawn(whole, []).draws).toBe(0);
});
