import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelSetting, spread } from "./end-labels.ts";

describe("labels at the right end", () => {
  it("stay where they want to be while they are clear of each other", () => {
    expect(spread([80, 10, 45], 15, 0, 100)).toEqual([80, 10, 45]);
  });

  it("move apart around their middle when they collide, and keep their order", () => {
    expect(spread([50, 52], 15, 0, 100)).toEqual([43.5, 58.5]);
    expect(spread([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]);
  });

  it("stay inside, even if that moves a whole cluster", () => {
    expect(spread([99, 100], 20, 0, 100)).toEqual([70, 90]);
  });

  it("are never nearer than a line, never out of order, never outside where there is room", () => {
    const wanted = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(wanted, (wanted) => {
        const settled = spread(wanted, 15, 0, 300);
        const order = wanted.map((_, index) => index);
        order.sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
        const sorted = order.map((index) => settled[index] ?? 0);
        for (const [index, y] of sorted.entries()) {
          expect(y).toBeGreaterThanOrEqual(7.5 - 1e-6);
          expect(y).toBeLessThanOrEqual(292.5 + 1e-6);
          const above = sorted[index - 1] ?? Number.NEGATIVE_INFINITY;
          expect(y - above).toBeGreaterThanOrEqual(15 - 1e-6);
        }
      }),
    );
  });

  it("give way when a chart is small: beside, below, then the name alone", () => {
    const names = ["BN", "PN-V", "PN", "LN"];
    expect(labelSetting(names, 310, 190).form).toBe("beside");
    expect(labelSetting(["BN translation", "BN pictures"], 310, 190).form).toBe("below");
    expect(
      labelSetting(
        Array.from({ length: 9 }, () => "BN translation"),
        310,
        190,
      ).form,
    ).toBe("name");
  });
});
