import type { OwnPictures, PicturesFound } from "../../contract/own-data.ts";
import { refused } from "../../contract/data-refused.ts";
import { inWords, LIMITS } from "./limits.ts";

const EXAMPLES = 3;

/** What a set of pictures is; throws `DataRefused` where there are too few, or of one class only. */
export function picturesFound(own: OwnPictures, file: string, format: string): PicturesFound {
  const counts = own.classes.map(() => 0);
  for (const label of own.labels) counts[label] = (counts[label] ?? 0) + 1;
  const pictures = own.labels.length;
  const refuse = (expected: string, found: string): Error =>
    refused({ file, place: null, expected, found });
  if (pictures - own.test < LIMITS.fewestPictures)
    throw refuse(`at least ${LIMITS.fewestPictures} pictures`, inWords(pictures - own.test));
  if (own.classes.length < 2) throw refuse("at least two classes", "one");
  return {
    kind: "pictures",
    format,
    pictures,
    test: own.test,
    classes: own.classes.map((name, label) => ({ name, pictures: counts[label] ?? 0 })),
    width: own.width,
    height: own.height,
    examples: Array.from({ length: Math.min(EXAMPLES, pictures) }, (_, picture) => ({
      label: own.classes[own.labels[picture] ?? 0] ?? "",
      rgb: rgbOf(own, picture),
    })),
  };
}

/** [height, width, 3] */
function rgbOf({ width, height, channels, pixels }: OwnPictures, picture: number): Uint8Array {
  const size = width * height * channels;
  const bytes = pixels.slice(picture * size, (picture + 1) * size);
  if (channels === 3) return bytes;
  return Uint8Array.from({ length: 3 * size }, (_, at) => bytes[Math.floor(at / 3)] ?? 0);
}
