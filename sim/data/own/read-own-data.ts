import { refused } from "../../contract/data-refused.ts";
import type { Found, Own, OwnData, OwnFile } from "../../contract/own-data.ts";
import { inWords, LIMITS } from "./limits.ts";
import { pack } from "./pack.ts";
import type { Platform, Say } from "./platform.ts";
import { checkTotal, FileBytes } from "./read-files.ts";
import { readAligned, readTsv } from "./read-pairs.ts";
import { readCifarSet, readFolders, readIdxSet, readZip } from "./read-picture-sets.ts";
import { readText } from "./read-text.ts";
import { HEAD, whichFormat, type Format } from "./which-format.ts";

/** More files than this can only be pictures in folders. */
const GLIMPSED = 32;

/** Reads whatever was chosen. Throws `DataRefused` with a sentence for everything that a file can have wrong. */
export async function readOwnData(
  chosen: readonly OwnFile[],
  platform: Platform,
  say: Say,
): Promise<OwnData> {
  if (chosen.length > LIMITS.files)
    throw refused({
      file: "The choice",
      place: null,
      expected: `at most ${inWords(LIMITS.files)} files`,
      found: inWords(chosen.length),
    });
  const files = chosen.filter(({ path }) => !isHidden(path));
  const glimpses = await Promise.all(
    files.slice(0, GLIMPSED).map(async ({ path, bytes }) => {
      const start = { path, bytes: bytes.slice(0, Math.min(HEAD, bytes.size)) };
      return { path, head: await new FileBytes([], () => {}).read(start) };
    }),
  );
  const { own, found } = await readAs(whichFormat(glimpses), files, platform, say);
  return { found, packed: pack(own, platform.hold) };
}

async function readAs(
  format: Format,
  files: readonly OwnFile[],
  platform: Platform,
  say: Say,
): Promise<{ readonly own: Own; readonly found: Found }> {
  const isText = format === "tsv" || format === "aligned" || format === "text";
  checkTotal(files, isText ? LIMITS.textBytes : LIMITS.pictureBytes);
  const reader = new FileBytes(files, say);
  switch (format) {
    case "folders":
      return readFolders(files, reader, platform);
    case "zip":
      return readZip(files, reader, platform, say);
    case "idx":
      return readIdxSet(files, reader, platform);
    case "cifar":
      return readCifarSet(files, reader);
    case "tsv":
      return readTsv(...(await textOf(files[0], reader)), platform.decodeUtf8);
    case "text":
      return readText(...(await textOf(files[0], reader)), platform.decodeUtf8);
    case "aligned":
      return readAligned(
        await textOf(files[0], reader),
        await textOf(files[1], reader),
        platform.decodeUtf8,
      );
  }
}

async function textOf(
  file: OwnFile | undefined,
  reader: FileBytes,
): Promise<readonly [file: string, bytes: Uint8Array]> {
  if (!file) throw new Error("the format was found by more files than there are");
  return [file.path, await reader.read(file)];
}

/** What a system lays beside one's files: `.DS_Store`, `Thumbs.db`. */
function isHidden(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.startsWith(".") || name.toLowerCase() === "thumbs.db";
}
