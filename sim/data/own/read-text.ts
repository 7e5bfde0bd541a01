import { refused } from "../../contract/data-refused.ts";
import type { OwnText, TextFound } from "../../contract/own-data.ts";
import { inWords, LIMITS } from "./limits.ts";
import type { Platform } from "./platform.ts";
import { linesOf, textBytes } from "./text-bytes.ts";
import { tokensOf } from "./tokens-of.ts";
import { shortened, wordsFound } from "./words-found.ts";
import { WordTable } from "./word-table.ts";

const EXAMPLES = 3;

/** Reads running text, a line at a time; throws `DataRefused` where there is hardly any. */
export function readText(
  file: string,
  bytes: Uint8Array,
  decode: Platform["decodeUtf8"],
): { readonly own: OwnText; readonly found: TextFound } {
  const table = new WordTable();
  const examples: string[] = [];
  let lines = 0;
  let longest = 0;
  for (const line of linesOf(textBytes(file, bytes))) {
    const before = table.length;
    const text = decode(line);
    table.addLine(tokensOf(text));
    const tokens = table.length - before;
    if (tokens === 0) continue;
    lines++;
    longest = Math.max(longest, tokens);
    if (examples.length < EXAMPLES) examples.push(shortened(text));
  }
  if (table.length < LIMITS.fewestTokens)
    throw refused({
      file,
      place: null,
      expected: `at least ${inWords(LIMITS.fewestTokens)} words and signs`,
      found: inWords(table.length),
    });
  const own: OwnText = { kind: "text", ...table.finish() };
  const found = { kind: "text", format: "running text", lines, longest, examples } as const;
  return { own, found: { ...found, ...wordsFound(own) } };
}
