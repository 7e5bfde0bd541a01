import { refused } from "../../contract/data-refused.ts";
import type { OwnPictures } from "../../contract/own-data.ts";
import { inWords } from "./limits.ts";
import type { Idx } from "./read-idx.ts";

export interface NamedIdx {
  readonly file: string;
  readonly idx: Idx;
}

type Pictures = Extract<Idx, { kind: "pictures" }>;
type Labels = Extract<Idx, { kind: "labels" }>;

interface Half<Kind extends Idx> {
  readonly file: string;
  readonly idx: Kind;
}

/**
 * Puts pictures and their labels together: by what their names have in common (`train-images…` and `train-labels…`),
 * or, where there is one of each, in any case. What `t10k` or `test` names is only tested on.
 */
export function pairIdx(named: readonly NamedIdx[]): OwnPictures {
  const pictures = named.flatMap(({ file, idx }): Half<Pictures>[] =>
    idx.kind === "pictures" ? [{ file, idx }] : [],
  );
  const labels = named.flatMap(({ file, idx }): Half<Labels>[] =>
    idx.kind === "labels" ? [{ file, idx }] : [],
  );
  const [first] = named;
  if (pictures.length !== labels.length || pictures.length === 0)
    throw refused({
      file: first?.file ?? "The choice",
      place: null,
      expected: "a file of labels to every file of pictures",
      found: `${pictures.length} of pictures and ${labels.length} of labels`,
    });
  const sets = pictures
    .map((half) => ({ half, other: partner(half, labels) }))
    .sort((a, b) => Number(isTest(a.half.file)) - Number(isTest(b.half.file)));
  return joined(sets);
}

function partner(half: Half<Pictures>, labels: readonly Half<Labels>[]): Half<Labels> {
  const alone = labels.length === 1 ? labels[0] : undefined;
  const found = alone ?? labels.find(({ file }) => stem(file) === stem(half.file));
  if (!found)
    throw refused({
      file: half.file,
      place: null,
      expected: "labels whose file is named like it, such as train-images and train-labels",
      found: "none",
    });
  if (found.idx.count !== half.idx.count)
    throw refused({
      file: found.file,
      place: "byte 4",
      expected: `${inWords(half.idx.count)} labels, as many as ${half.file} has pictures`,
      found: inWords(found.idx.count),
    });
  return found;
}

interface IdxSet {
  readonly half: Half<Pictures>;
  readonly other: Half<Labels>;
}

function joined(sets: readonly IdxSet[]): OwnPictures {
  const first = sets[0]?.half.idx;
  if (!first) throw new Error("there is no set to join");
  const { width, height } = first;
  for (const { half } of sets)
    if (half.idx.width !== width || half.idx.height !== height)
      throw refused({
        file: half.file,
        place: "byte 8",
        expected: `pictures of ${height} × ${width}, as in the other file`,
        found: `${half.idx.height} × ${half.idx.width}`,
      });
  const total = sets.reduce((sum, { half }) => sum + half.idx.count, 0);
  const labels = new Uint8Array(total);
  const pixels = new Uint8Array(total * width * height); // [total, height, width, 1]
  let from = 0;
  let test = 0;
  for (const { half, other } of sets) {
    labels.set(other.idx.bytes, from);
    pixels.set(half.idx.bytes, from * width * height);
    from += half.idx.count;
    if (isTest(half.file) && sets.length > 1) test += half.idx.count;
  }
  const most = labels.reduce((largest, label) => Math.max(largest, label), 0);
  const classes = Array.from({ length: most + 1 }, (_, label) => String(label));
  return { kind: "pictures", classes, width, height, channels: 1, test, labels, pixels };
}

function isTest(file: string): boolean {
  return /t10k|test/i.test(file.slice(file.lastIndexOf("/") + 1));
}

function stem(file: string): string {
  return file.toLowerCase().replaceAll(/images?|labels?|idx[13]|ubyte|\.gz$|[-_.]/g, "");
}
