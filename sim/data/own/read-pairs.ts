import { refused } from "../../contract/data-refused.ts";
import type { OwnPairs, PairsFound } from "../../contract/own-data.ts";
import type { Sample } from "../../contract/workload.ts";
import { inWords, LIMITS } from "./limits.ts";
import type { Platform } from "./platform.ts";
import { linesOf, textBytes, type TextBytes } from "./text-bytes.ts";
import { fewTokensOf } from "./tokens-of.ts";
import { shortened, wordsFound } from "./words-found.ts";
import { WordTable } from "./word-table.ts";

export interface ReadPairs {
  readonly own: OwnPairs;
  readonly found: PairsFound;
}

type Decode = Platform["decodeUtf8"];

const TAB = 9;

/** Reads a table of two columns, source and target; throws `DataRefused` at a row that has any other number. */
export function readTsv(file: string, bytes: Uint8Array, decode: Decode): ReadPairs {
  const table = new PairTable();
  let number = 0;
  let blank = 0;
  for (const line of linesOf(textBytes(file, bytes))) {
    number++;
    if (line.length === 0) {
      blank ||= number;
      continue;
    }
    const tab = line.indexOf(TAB);
    const columns = line.reduce((sum, byte) => sum + Number(byte === TAB), 1);
    const row = blank === 0 ? number : blank;
    if (columns !== 2 || blank !== 0)
      throw refused({
        file,
        place: `line ${inWords(row)}`,
        expected: "two columns parted by one tab, source and target",
        found: blank === 0 ? columnsInWords(columns) : "an empty line",
      });
    table.add(decode(line.subarray(0, tab)), decode(line.subarray(tab + 1)));
  }
  return table.finish(file, "a table of two columns");
}

/** Reads two texts whose lines belong together; throws `DataRefused` where one has more lines. */
export function readAligned(
  source: readonly [file: string, bytes: Uint8Array],
  target: readonly [file: string, bytes: Uint8Array],
  decode: Decode,
): ReadPairs {
  const [left, right] = [textBytes(...source), textBytes(...target)];
  const [lines, others] = [countLines(left), countLines(right)];
  if (lines !== others)
    throw refused({
      file: right.file,
      place: `line ${inWords(Math.min(lines, others) + 1)}`,
      expected: `${inWords(lines)} lines, as many as ${left.file} has`,
      found: inWords(others),
    });
  const table = new PairTable();
  const targets = linesOf(right);
  for (const line of linesOf(left)) {
    const other = targets.next();
    if (!other.done) table.add(decode(line), decode(other.value));
  }
  const format = `two texts, line by line: ${left.file} → ${right.file}`;
  return table.finish(left.file, format);
}

function countLines(text: TextBytes): number {
  let count = 0;
  for (const _ of linesOf(text)) count++;
  return count;
}

function columnsInWords(count: number): string {
  return count === 1 ? "one, without a tab" : inWords(count);
}

const EXAMPLES = 3;

/** Takes pairs in, and counts those it leaves out. */
class PairTable {
  readonly #words = new WordTable();
  readonly #lengths = new Int32Array(LIMITS.longest + 1);
  readonly #examples: Sample[] = [];
  #pairs = 0;
  #empty = 0;
  #tooLong = 0;

  add(source: string, target: string): void {
    const sides = [source, target].map((text) => fewTokensOf(text, LIMITS.longest));
    const [left, right] = sides as [readonly string[] | null, readonly string[] | null];
    if (left?.length === 0 || right?.length === 0) this.#empty++;
    else if (left === null || right === null) this.#tooLong++;
    else {
      this.#words.addLine(left);
      this.#words.addLine(right);
      const length = Math.max(left.length, right.length);
      this.#lengths[length] = (this.#lengths[length] ?? 0) + 1;
      this.#pairs++;
      if (this.#examples.length < EXAMPLES)
        this.#examples.push({ input: shortened(source), output: shortened(target) });
    }
  }

  /** Throws `DataRefused` where hardly a pair is left. */
  finish(file: string, format: string): ReadPairs {
    const leftOut = this.#empty + this.#tooLong;
    if (this.#pairs < LIMITS.fewestPairs)
      throw refused({
        file,
        place: null,
        expected: `at least ${LIMITS.fewestPairs} pairs with words on both sides, of up to ${LIMITS.longest} tokens`,
        found: `${inWords(this.#pairs)}, and ${inWords(leftOut)} that are empty or longer`,
      });
    const own: OwnPairs = { kind: "pairs", ...this.#words.finish() };
    return {
      own,
      found: {
        kind: "pairs",
        format,
        pairs: this.#pairs,
        empty: this.#empty,
        tooLong: this.#tooLong,
        lengths: this.#lengths,
        ...wordsFound(own),
        examples: this.#examples,
      },
    };
  }
}
