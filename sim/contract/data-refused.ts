/** What is wrong with a file, so that one sentence can say it. */
export interface Refusal {
  /** The file's name, or its path in a folder or an archive. */
  readonly file: string;
  /** `byte 3073`, `line 12`; null where the file as a whole is meant. */
  readonly place: string | null;
  readonly expected: string;
  readonly found: string;
}

/** Data that cannot be had or cannot be read: the world's doing, in one sentence. */
export class DataRefused extends Error {
  override readonly name = "DataRefused";
}

/** “pairs.tsv, line 3: expected two columns parted by a tab; found 3 columns.” */
export function refused({ file, place, expected, found }: Refusal): DataRefused {
  const where = place === null ? clipped(file) : `${clipped(file)}, ${place}`;
  return new DataRefused(`${where}: expected ${expected}; found ${found}.`);
}

const LONGEST_NAME = 120;

/** A name may be as long as its maker likes, and a sentence may not. */
function clipped(name: string): string {
  return name.length > LONGEST_NAME ? `…${name.slice(-LONGEST_NAME)}` : name;
}
