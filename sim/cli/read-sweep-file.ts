import { readFileSync } from "node:fs";
import type { SweepFile } from "../contract/sweep.ts";
import { BadArguments } from "./arguments.ts";

/** Reads what a sweep wrote; throws `BadArguments` naming a file that is none. */
export function readSweepFile(path: string): SweepFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new BadArguments(`${path} could not be read as a sweep’s file: ${String(error)}`);
  }
  if (!isSweepFile(content))
    throw new BadArguments(
      `${path} is not a sweep’s file of this version: expected "format": "normscope sweep 1".`,
    );
  return content;
}

/** Our own format says that it is. */
function isSweepFile(content: unknown): content is SweepFile {
  return (
    typeof content === "object" &&
    content !== null &&
    "format" in content &&
    content.format === "normscope sweep 1"
  );
}
