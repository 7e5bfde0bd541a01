/** A file of golden vectors as it is handed in: its name from the vectors' folder, and its text. */
export interface GoldenFile {
  readonly name: string;
  readonly text: string;
}

/** The file's JSON; the vectors are our own, and their format is written in their README. */
export function readGolden<Shape>(files: readonly GoldenFile[], name: string): Shape {
  const file = files.find((candidate) => candidate.name === name);
  if (!file) throw new Error(`${name} is missing among the golden vectors`);
  return JSON.parse(file.text) as Shape;
}

/** Nested arrays as one flat list with its shape. */
export function flatten(nested: unknown): { values: number[]; shape: number[] } {
  const shape: number[] = [];
  for (let level = nested; Array.isArray(level); level = level[0]) shape.push(level.length);
  const values = (Array.isArray(nested) ? nested.flat(shape.length) : [nested]) as number[];
  return { values, shape };
}
