import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { CELLS, CUBE_SIZE, cubeCells } from "./cube-layout.ts";
import type { CubeCell } from "./cube-layout.ts";

const batch = { image: ["batch", "height", "width"], sequence: ["batch", "token"] } as const;
const channel = { image: ["channel"], sequence: ["channel"] } as const;
const instance = { image: ["height", "width"], sequence: ["token"] } as const;
const group = {
  image: ["height", "width", "channel"],
  sequence: ["channel"],
  inGroups: true,
} as const;

function shared(cells: readonly CubeCell[]): readonly CubeCell[] {
  return cells.filter(({ isShared }) => isShared);
}

/** A face as text: a filled cell is #, rows are positions (or pictures, on top). */
function drawn(cells: readonly CubeCell[], face: CubeCell["face"]): string {
  const down = face === "position" ? "batch" : "position";
  const across = face === "channel" ? "batch" : "channel";
  return Array.from({ length: CELLS[down] }, (_, row) =>
    Array.from({ length: CELLS[across] }, (_, column) => {
      const cell = cells.find(
        (each) => each.face === face && each.index[down] === row && each.index[across] === column,
      );
      return cell?.isShared ? "#" : ".";
    }).join(""),
  ).join("\n");
}

describe("the cube", () => {
  it("has three faces of cells inside its size, whose nearest corner they share", () => {
    const cells = cubeCells(batch, "image");
    expect(cells).toHaveLength(6 * 4 + 6 * 4 + 4 * 4);
    for (const [x, y] of cells.flatMap(({ corners }) => corners)) {
      expect(x).toBeGreaterThan(-1e-9);
      expect(x).toBeLessThan(CUBE_SIZE.width + 1e-9);
      expect(y).toBeGreaterThan(-1e-9);
      expect(y).toBeLessThan(CUBE_SIZE.height + 1e-9);
    }
    const starts = cells.filter(({ index }) => Object.values(index).every((at) => at === 0));
    expect(new Set(starts.map(({ corners }) => corners[0].join()))).toHaveProperty("size", 1);
  });

  it("shows one channel of the whole batch for batch normalisation", () => {
    const cells = cubeCells(batch, "image");
    expect(drawn(cells, "channel")).toBe("####\n####\n####\n####");
    expect(drawn(cells, "batch")).toBe("#.....\n#.....\n#.....\n#.....");
    expect(drawn(cells, "position")).toBe("#.....\n#.....\n#.....\n#.....");
  });

  it("shows all channels of one position for layer normalisation", () => {
    const cells = cubeCells(channel, "sequence");
    expect(drawn(cells, "batch")).toBe("######\n......\n......\n......");
    expect(shared(cells)).toHaveLength(6 + 6 + 1);
  });

  it("shows one channel of one picture for instance normalisation", () => {
    expect(drawn(cubeCells(instance, "image"), "batch")).toBe("#.....\n#.....\n#.....\n#.....");
  });

  it("shows half of the channels of one picture for group normalisation", () => {
    expect(drawn(cubeCells(group, "image"), "batch")).toBe("###...\n###...\n###...\n###...");
    expect(drawn(cubeCells(group, "sequence"), "batch")).toBe("###...\n......\n......\n......");
  });

  it("shows nothing where nothing is pooled", () => {
    expect(shared(cubeCells({ image: [], sequence: [] }, "image"))).toEqual([]);
  });

  it.each(catalogue.normalisers)(
    "of $id is filled just where its axes are not empty",
    ({ axes }) => {
      for (const layout of ["image", "sequence"] as const)
        expect(shared(cubeCells(axes, layout)).length > 0).toBe(axes[layout].length > 0);
    },
  );
});
