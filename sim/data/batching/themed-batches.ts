import type { Random } from "../../contract/random.ts";

/**
 * Batches of one theme at a time. Which it is, is drawn from the seed and the number by which it is asked for, among those
 * that the items have; `batchesOf` lays the items of one theme out.
 */
export function themedBatches<Item, Batch>(
  items: readonly Item[],
  themeOf: (item: Item) => number,
  random: Random,
  batchesOf: (some: readonly Item[], random: Random) => (place: number) => Batch,
): (theme: number, place: number) => Batch {
  let last: { readonly theme: number; readonly batch: (place: number) => Batch } | null = null;
  return (theme, place) => {
    if (last?.theme !== theme) {
      const draw = random.stream("themes").stream(theme);
      const themes = [...new Set(items.map(themeOf))].sort((a, b) => a - b);
      const chosen = themes[draw.below(themes.length)];
      const some = items.filter((item) => themeOf(item) === chosen);
      last = { theme, batch: batchesOf(some, draw) };
    }
    return last.batch(place);
  };
}

/** The pictures of one class over and over, in one shuffled order: there may be fewer than a batch holds. */
export function picturesInTurn(
  pictures: readonly number[],
  imagesPerBatch: number,
  random: Random,
): (place: number) => Int32Array {
  const pack = random.shuffle(pictures);
  return (place) =>
    Int32Array.from(
      { length: imagesPerBatch },
      (_, i) => pack[(place * imagesPerBatch + i) % pack.length] ?? 0,
    );
}
