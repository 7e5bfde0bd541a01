import { WIDTH } from "../plan/layout.ts";
import { GEOMETRY } from "./program-text.ts";

/** Where a program writes: the same texels in the band of each lane that takes part. */
export interface Stretch {
  /** The first texel within a band, and how many there are. */
  readonly texel: number;
  readonly count: number;
  /** Rows of texels of a band, and bands of the texture. */
  readonly band: number;
  readonly bands: number;
}

/** What is drawn for some lanes. */
export interface Rectangles {
  readonly instances: number;
  /** Columns, first row and rows that a single rectangle is cut to; null where there are several, drawn as they are. */
  readonly cut: { readonly width: number; readonly row: number; readonly height: number } | null;
}

/**
 * Writes the geometry of a draw for those lanes. Bands that are written from end to end and lie side by side are one rectangle: a
 * graphics device works on blocks of texels, and would fill only a part of each with a row at a time. For the same reason
 * it is drawn as one triangle that is cut: along the seam of two, blocks are worked on twice.
 */
export function rectanglesOf(
  integers: Int32Array,
  { texel, count, band, bands }: Stretch,
  lanes: readonly number[],
): Rectangles {
  const first = Math.floor(texel / WIDTH);
  const last = Math.floor((texel + count - 1) / WIDTH);
  const width = first === last ? (texel % WIDTH) + count : WIDTH;
  const [lane = 0] = lanes;
  const besides = lanes.every((other, i) => other === lane + i);
  const asOne = lanes.length === 1 || (besides && last - first + 1 === band);
  const starts = (asOne ? [lane] : lanes).map((each) => each * band + first);
  const height = (last - first + 1) * (asOne ? lanes.length : 1);
  integers[GEOMETRY.width] = width;
  integers[GEOMETRY.height] = height;
  integers[GEOMETRY.reach] = asOne ? 2 : 1;
  integers[GEOMETRY.band] = band;
  integers[GEOMETRY.rows] = band * bands;
  integers[GEOMETRY.texel] = texel;
  integers[GEOMETRY.count] = count;
  integers.set(starts, GEOMETRY.starts);
  return {
    instances: lanes.length === 0 ? 0 : starts.length,
    cut: asOne ? { width, row: starts[0] ?? 0, height } : null,
  };
}
