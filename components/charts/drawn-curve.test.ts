import { describe, expect, it } from "vitest";
import {
  columnOfHandle,
  completed,
  DRAWN_COLUMNS,
  DRAWN_HANDLES,
  isWhole,
  NOTHING_DRAWN,
  stroked,
  withHandle,
} from "./drawn-curve.ts";

describe("a curve drawn by hand", () => {
  it("has no gap where the pen moved fast, in either direction", () => {
    const forwards = stroked(NOTHING_DRAWN, { column: 2, value: 0 }, { column: 6, value: 4 });
    expect(forwards.slice(2, 7)).toEqual([0, 1, 2, 3, 4]);
    const backwards = stroked(NOTHING_DRAWN, { column: 6, value: 4 }, { column: 2, value: 0 });
    expect(backwards.slice(2, 7)).toEqual([0, 1, 2, 3, 4]);
  });

  it("is drawn over where the pen passes again, and nowhere else", () => {
    const once = stroked(NOTHING_DRAWN, { column: 0, value: 1 }, { column: 9, value: 1 });
    const twice = stroked(once, null, { column: 4, value: 8 });
    expect(twice.slice(3, 6)).toEqual([1, 8, 1]);
  });

  it("is completed straight between its pieces and level beyond them", () => {
    const piece = stroked(NOTHING_DRAWN, null, { column: 4, value: 2 });
    const pieces = stroked(piece, null, { column: 8, value: 6 });
    const whole = completed(pieces);
    expect(isWhole(pieces)).toBe(false);
    expect(isWhole(whole)).toBe(true);
    expect([whole[0], whole[6], whole.at(-1)]).toEqual([2, 4, 6]);
  });

  it("with nothing drawn stays nothing", () => {
    expect(completed(NOTHING_DRAWN).some(Number.isFinite)).toBe(false);
  });

  it("can be hung on handles alone: the first that is moved makes it whole", () => {
    const curve = withHandle(NOTHING_DRAWN, 0, 10, 4);
    expect(isWhole(curve)).toBe(true);
    expect([curve[0], curve.at(-1)]).toEqual([10, 4]);
    const moved = withHandle(curve, DRAWN_HANDLES - 1, 0, 4);
    expect([moved[0], moved.at(-1)]).toEqual([10, 0]);
  });

  it("has its handles from end to end", () => {
    expect([columnOfHandle(0), columnOfHandle(DRAWN_HANDLES - 1)]).toEqual([0, DRAWN_COLUMNS - 1]);
  });
});
