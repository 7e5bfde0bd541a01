import { refused } from "../../contract/data-refused.ts";
import { inWords, LIMITS } from "./limits.ts";

/** Pictures sorted by their folders. */
export interface Classed<Item> {
  readonly classes: readonly string[];
  /** Those to train on first, then the test set. */
  readonly items: readonly { readonly item: Item; readonly label: number }[];
  readonly test: number;
}

const PICTURE = /\.(png|jpe?g)$/i;
const TEST_FOLDERS = new Set(["test", "val", "valid", "validation"]);

export function isPicture(path: string): boolean {
  // macOS adds a shadow of every file to a zip.
  return PICTURE.test(path) && !path.startsWith("__MACOSX/") && !nameOf(path).startsWith(".");
}

/**
 * A picture's class is the folder it lies in; one in a folder `test` or `val` above that is only tested on. Throws
 * `DataRefused` for a picture without a folder, and for one class or too many.
 */
export function classFolders<Item extends { readonly path: string }>(
  all: readonly Item[],
): Classed<Item> {
  const pictures = all.filter(({ path }) => isPicture(path));
  const placed = pictures.map((item) => {
    const folders = item.path.split("/").slice(0, -1);
    const name = folders.pop();
    if (name === undefined)
      throw refused({
        file: item.path,
        place: null,
        expected: "every picture in a folder named after its class",
        found: "it in none",
      });
    return { item, name, isTest: folders.some((folder) => TEST_FOLDERS.has(folder.toLowerCase())) };
  });
  const classes = [...new Set(placed.map(({ name }) => name))].sort();
  if (classes.length < 2 || classes.length > LIMITS.classes)
    throw refused({
      file: pictures[0]?.path ?? all[0]?.path ?? "the folder",
      place: null,
      expected: `PNG or JPEG pictures in 2 to ${LIMITS.classes} folders, one a class`,
      found: `${inWords(classes.length)} folders with pictures`,
    });
  const labels = new Map(classes.map((name, label) => [name, label]));
  const labelled = placed.map(({ item, name, isTest }) => ({
    item,
    label: labels.get(name) ?? 0,
    isTest,
  }));
  const test = labelled.filter(({ isTest }) => isTest);
  const training = labelled.filter(({ isTest }) => !isTest);
  return { classes, items: [...training, ...test], test: test.length };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
