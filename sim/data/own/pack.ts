import type { Own, PackedOwn } from "../../contract/own-data.ts";
import type { Platform } from "./platform.ts";

/** Puts the arrays where passing them on copies nothing. */
export function pack(own: Own, hold: Platform["hold"]): PackedOwn {
  if (own.kind === "pictures")
    return { ...own, labels: hold(own.labels), pixels: hold(own.pixels) };
  return { ...own, tokens: hold(own.tokens), starts: hold(own.starts) };
}

/** Takes them out again. */
export async function unpack(packed: PackedOwn): Promise<Own> {
  if (packed.kind === "pictures") {
    const [labels, pixels] = await Promise.all([
      packed.labels.arrayBuffer(),
      packed.pixels.arrayBuffer(),
    ]);
    return { ...packed, labels: new Uint8Array(labels), pixels: new Uint8Array(pixels) };
  }
  const [tokens, starts] = await Promise.all([
    packed.tokens.arrayBuffer(),
    packed.starts.arrayBuffer(),
  ]);
  return { ...packed, tokens: new Int32Array(tokens), starts: new Int32Array(starts) };
}
