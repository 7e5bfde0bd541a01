import type { PooledAxes } from "../../sim/contract/normaliser.ts";

export const LAYOUTS = ["image", "sequence"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The three edges of the block. The height and width of a picture are folded into its positions. */
export const CUBE_AXES = ["batch", "position", "channel"] as const;
export type CubeAxis = (typeof CUBE_AXES)[number];

/** How many cells an edge has; channels are two groups. */
export const CELLS: Readonly<Record<CubeAxis, number>> = { batch: 4, position: 4, channel: 6 };
const GROUPS = 2;

/** The side of a cell; all lengths follow from it. */
export const CELL = 10;

type Point = readonly [number, number];
type Index = Readonly<Record<CubeAxis, number>>;

/** One square of one of the three faces that are seen. */
export interface CubeCell {
  readonly face: CubeAxis;
  readonly index: Index;
  readonly corners: readonly [Point, Point, Point, Point];
  /** It enters the same statistic as the cell at the block's nearest corner. */
  readonly isShared: boolean;
}

const COSINE = Math.sqrt(3) / 2;

/** One step along each edge, away from the nearest corner: batch to the right, positions down, channels to the left. */
const STEP: Readonly<Record<CubeAxis, Point>> = {
  batch: [CELL * COSINE, -CELL / 2],
  position: [0, CELL],
  channel: [-CELL * COSINE, -CELL / 2],
};

/** The two edges of the face on which the index of the named one is 0. */
const EDGES: Readonly<Record<CubeAxis, readonly [CubeAxis, CubeAxis]>> = {
  batch: ["channel", "position"],
  position: ["channel", "batch"],
  channel: ["batch", "position"],
};

/** Where the nearest corner stands, so that the block begins at 0, 0. */
const NEAREST: Point = [CELLS.channel * CELL * COSINE, ((CELLS.channel + CELLS.batch) * CELL) / 2];

export const CUBE_SIZE = {
  width: (CELLS.channel + CELLS.batch) * CELL * COSINE,
  height: NEAREST[1] + CELLS.position * CELL,
} as const;

export function pooledEdges(axes: PooledAxes, layout: Layout): ReadonlySet<CubeAxis> {
  return new Set(
    axes[layout].map((axis) => (axis === "batch" || axis === "channel" ? axis : "position")),
  );
}

/** The squares of the faces that are seen, each filled if it shares the statistic of the nearest cell. */
export function cubeCells(axes: PooledAxes, layout: Layout): readonly CubeCell[] {
  const pooled = pooledEdges(axes, layout);
  return CUBE_AXES.flatMap((face) => {
    const [across, along] = EDGES[face];
    const cells: CubeCell[] = [];
    for (let i = 0; i < CELLS[across]; i++)
      for (let j = 0; j < CELLS[along]; j++) {
        const index = { batch: 0, position: 0, channel: 0, [across]: i, [along]: j };
        const isShared = pooled.size > 0 && sharesStatistic(index, pooled, axes.inGroups ?? false);
        cells.push({ face, index, corners: cornersOf(index, across, along), isShared });
      }
    return cells;
  });
}

/** Whether the statistic of the nearest cell is also this one's. */
function sharesStatistic(index: Index, pooled: ReadonlySet<CubeAxis>, inGroups: boolean): boolean {
  return CUBE_AXES.every((axis) => {
    if (!pooled.has(axis)) return index[axis] === 0;
    return axis !== "channel" || !inGroups || index.channel < CELLS.channel / GROUPS;
  });
}

function cornersOf(index: Index, across: CubeAxis, along: CubeAxis): CubeCell["corners"] {
  const corner = (i: number, j: number): Point => {
    const at = { ...index, [across]: index[across] + i, [along]: index[along] + j };
    return [coordinate(at, 0), coordinate(at, 1)];
  };
  return [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
}

function coordinate(index: Index, dimension: 0 | 1): number {
  return CUBE_AXES.reduce(
    (sum, axis) => sum + index[axis] * STEP[axis][dimension],
    NEAREST[dimension],
  );
}
