import { cat, fish } from "./animal-drawings.ts";
import type { Drawing } from "./drawing.ts";
import { boat, car, house } from "./made-drawings.ts";
import { flower, tree } from "./plant-drawings.ts";
import { moon, mountain, sun } from "./sky-drawings.ts";

/** The ten classes; a label is an index into them. */
export const DRAWINGS: readonly Drawing[] = [
  sun,
  moon,
  mountain,
  tree,
  flower,
  house,
  boat,
  car,
  fish,
  cat,
];
