import type { BoxMarks } from "../../components/charts/box-plot-layout.ts";

/** The boxes of one of the paper's figures: five fifths of training, Batch Normalisation's and PN-V's. */
export interface PaperBoxes {
  readonly bn: readonly BoxMarks[];
  readonly pnV: readonly BoxMarks[];
}

type Row = readonly [
  q1: number,
  median: number,
  q3: number,
  low: number,
  high: number,
  beyond: number,
  most: number,
];

/**
 * Read off the vector graphics of Shen et al. (2020), `imgs/bn_pn_fwd_var.pdf` and `imgs/bn_pn_bwd_var.pdf` of
 * github.com/sIncerass/powernorm: a Transformer of d = 512 on IWSLT14. Each row: lower quartile, median, upper quartile, the
 * whiskers' ends, how many outliers, and the largest; the others of them were not read.
 */
const FORWARD = {
  bn: [
    [0.04453, 0.05053, 0.0607, 0.03388, 0.08487, 80, 0.23941],
    [0.5499, 0.7349, 1.06864, 0.32733, 1.84106, 31, 3.44435],
    [0.77482, 1.02328, 1.47345, 0.472, 2.51739, 36, 4.8936],
    [1.02233, 1.34895, 1.95367, 0.6158, 3.34856, 38, 6.34232],
    [1.0373, 1.3729, 1.96655, 0.60471, 3.35821, 34, 6.63175],
  ],
  pnV: [
    [0.00774, 0.00927, 0.0122, 0.00509, 0.01885, 78, 0.07677],
    [0.02425, 0.0343, 0.05028, 0.0131, 0.08903, 62, 0.41221],
    [0.05904, 0.10288, 0.15583, 0.02307, 0.30061, 63, 1.36592],
    [0.07474, 0.13353, 0.20424, 0.02634, 0.39763, 56, 1.70257],
    [0.11163, 0.19645, 0.30236, 0.03381, 0.58726, 54, 2.46139],
  ],
} as const;

const BACKWARD = {
  bn: [
    [0.01212, 0.01417, 0.01636, 0.00588, 0.02256, 35, 0.03666],
    [0.01093, 0.01377, 0.01795, 0.00432, 0.02841, 57, 0.19534],
    [0.00671, 0.00864, 0.01109, 0.00283, 0.01751, 89, 1.14231],
    [0.00651, 0.00832, 0.01093, 0.00275, 0.01723, 39, 0.1571],
    [0.00667, 0.00822, 0.01032, 0.00314, 0.01575, 53, 0.5715],
  ],
  pnV: [
    [0.00036, 0.00041, 0.0005, 0.00027, 0.0007, 32, 0.00086],
    [0.00029, 0.00033, 0.0004, 0.00017, 0.00057, 74, 0.00122],
    [0.00024, 0.00029, 0.00035, 0.00012, 0.00051, 68, 0.00124],
    [0.00022, 0.00026, 0.00032, 0.00012, 0.00048, 57, 0.00101],
    [0.0002, 0.00024, 0.00029, 0.00012, 0.00042, 68, 0.00117],
  ],
} as const;

function marks([q1, median, q3, low, high, beyond, most]: Row): BoxMarks {
  return { q1, median, q3, low, high, outliers: [most], beyond };
}

/** What the paper has by a metric of ours, if it has anything. */
export function paperBoxes(metric: string): PaperBoxes | null {
  const rows = metric === "distance" ? FORWARD : metric === "gradient-size" ? BACKWARD : null;
  return rows && { bn: rows.bn.map(marks), pnV: rows.pnV.map(marks) };
}
