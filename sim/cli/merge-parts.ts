import type { SweepFile, SweepRecord } from "../contract/sweep.ts";
import { tableText } from "../statistics/table-text.ts";
import { BadArguments } from "./arguments.ts";

/** A part and the name of its file. */
export interface NamedPart {
  readonly name: string;
  readonly file: SweepFile;
}

/**
 * Joins the parts of a sharded sweep: the same file, to the byte, as the sweep in one piece on the same day. Throws
 * `BadArguments` where they do not belong together, or where a part or a record is missing.
 */
export function mergeParts(parts: readonly NamedPart[]): SweepFile {
  const [first] = parts;
  if (!first) throw new BadArguments("--merge needs the files of the parts.");
  for (const part of parts) checkKin(part, first);
  const count = checkParts(parts, first);
  const { seeds, lanes } = first.file;
  const records = seeds.flatMap((seed, row) =>
    lanes.map(({ id }, column): SweepRecord => {
      const record = parts
        .flatMap(({ file }) => file.records)
        .find((one) => one.seed === seed && one.lane === id);
      if (record) return record;
      const part = ((row * lanes.length + column) % count) + 1;
      throw new BadArguments(
        `Part ${part}/${count} has no record of seed ${seed}, ${id}: run that part again.`,
      );
    }),
  );
  const dates = parts.map(({ file }) => file.date).sort();
  return {
    ...first.file,
    date: dates.at(-1) ?? first.file.date,
    shard: null,
    records,
    table: tableText({ lanes, seeds, records }),
  };
}

/** What makes two parts parts of one sweep. */
const KIN = [
  "format",
  "command",
  "commit",
  "version",
  "device",
  "engine",
  "preset",
  "steps",
  "seeds",
  "lanes",
  "settings",
] as const satisfies readonly (keyof SweepFile)[];

function checkKin({ name, file }: NamedPart, first: NamedPart): void {
  for (const key of KIN) {
    const [mine, theirs] = [file[key], first.file[key]].map((value) => JSON.stringify(value));
    if (mine !== theirs)
      throw new BadArguments(
        `${name} is of another sweep than ${first.name}: its ${key} is ${mine}, not ${theirs}.`,
      );
  }
}

/** Each part once; returns how many there are. */
function checkParts(parts: readonly NamedPart[], first: NamedPart): number {
  const count = first.file.shard?.parts ?? 0;
  const owners = new Map<number, string>();
  for (const { name, file } of parts) {
    if (file.shard === null || file.shard.parts !== count)
      throw new BadArguments(`${name} is not one of ${count} parts, as ${first.name} is.`);
    const other = owners.get(file.shard.part);
    if (other !== undefined)
      throw new BadArguments(`${name} and ${other} are both part ${file.shard.part}/${count}.`);
    owners.set(file.shard.part, name);
  }
  for (let part = 1; part <= count; part++)
    if (!owners.has(part)) throw new BadArguments(`Part ${part}/${count} is missing.`);
  return count;
}
