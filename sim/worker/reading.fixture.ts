import { DataRefused } from "../contract/data-refused.ts";
import type { Own, OwnData } from "../contract/own-data.ts";
import { unpack } from "../data/own/pack.ts";
import type { Platform } from "../data/own/platform.ts";
import { readOwnData } from "../data/own/read-own-data.ts";
import { browserPlatform } from "./browser-platform.ts";

/** As in the browser, but that pictures, which Node cannot decode, are a grey of their length; seven bytes are damage. */
const platform: Platform = {
  ...browserPlatform(),
  decodePicture: async (bytes, side) =>
    bytes.length === 7 ? null : new Uint8Array(side * side * 3).fill(bytes.length % 256),
};

/** Files by their paths. */
export type Named = Readonly<Record<string, Uint8Array | string>>;

/** Reads files as the page would. */
export async function read(files: Named): Promise<OwnData> {
  const sources = Object.entries(files).map(([path, bytes]) => ({
    path,
    bytes: new Blob([bytes as Uint8Array<ArrayBuffer> | string]),
  }));
  return readOwnData(sources, platform, () => {});
}

/** The sentence of a refusal; anything else that is thrown is our mistake. */
export async function refusal(files: Named): Promise<string> {
  try {
    await read(files);
  } catch (error) {
    if (error instanceof DataRefused) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** What was read, unpacked. */
export async function own<Kind extends Own["kind"]>(
  files: Named,
  kind: Kind,
): Promise<Extract<Own, { kind: Kind }>> {
  const data = await unpack((await read(files)).packed);
  if (data.kind !== kind) throw new Error(`read ${data.kind} instead of ${kind}`);
  return data as Extract<Own, { kind: Kind }>;
}
