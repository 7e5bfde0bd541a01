import type { Lesson } from "./define-lesson.ts";
import { biased } from "./lessons/biased.tsx";
import { breakIt } from "./lessons/break.tsx";
import { distance } from "./lessons/distance.tsx";
import { flip } from "./lessons/flip.tsx";
import { layerNorm } from "./lessons/layer-norm.tsx";
import { ownTest } from "./lessons/own-test.tsx";
import { pictures } from "./lessons/pictures.tsx";
import { power } from "./lessons/power.tsx";
import { remember } from "./lessons/remember.tsx";
import { shrink } from "./lessons/shrink.tsx";

/** All lessons, in the order in which they build on one another. */
export const lessons: readonly Lesson[] = [
  remember,
  distance,
  shrink,
  flip,
  biased,
  pictures,
  power,
  layerNorm,
  breakIt,
  ownTest,
];
