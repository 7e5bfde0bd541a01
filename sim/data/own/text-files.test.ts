import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { own, read, refusal } from "../../worker/reading.fixture.ts";
import { ascii, joinedBytes, table } from "./made-files.fixture.ts";
import { firstFault } from "./text-bytes.ts";

describe("a table of two columns", () => {
  it("is read with LF and with CR LF, with and without a byte order mark, to the same pairs", async () => {
    const plain = await own({ "a.tsv": table(20) }, "pairs");
    expect(plain.starts).toHaveLength(41);
    expect(await own({ "a.tsv": table(20, "\r\n") }, "pairs")).toEqual(plain);
    expect(await own({ "a.tsv": `\ufeff${table(20)}` }, "pairs")).toEqual(plain);
  });

  it("counts what is left out and what a cap on words leaves unknown", async () => {
    const long = `${"wort ".repeat(65)}\tword\n`;
    const { found } = await read({ "a.tsv": `${table(20)}${long}\tempty\nleer\t\n` });
    if (found.kind !== "pairs") throw new Error(found.kind);
    expect(found).toMatchObject({ pairs: 20, empty: 2, tooLong: 1, tokens: 120 });
    // satz, hier, sentence and here 20 times each; 0 to 19 twice each.
    expect(found.coverage.asWritten.slice(0, 5)).toEqual(Int32Array.of(20, 40, 60, 80, 82));
    expect(found.lengths[3]).toBe(20);
    expect(found.examples).toHaveLength(3);
  });

  it.each([
    ["a row of three columns", `${table(3)}a\tb\tc\n`, "a.tsv, line 4: expected two columns"],
    ["a row of one column", `${table(2)}nothing\n`, "a.tsv, line 3: expected two columns"],
    ["an empty line", `${table(2)}\n${table(20)}`, "a.tsv, line 3:"],
    ["hardly any pair", table(3), "a.tsv: expected at least 10 pairs"],
    ["nothing", "", "a.tsv: expected at least 10 pairs"],
  ])("is refused for %s, with the line", async (_, text, sentence) => {
    expect(await refusal({ "a.tsv": text })).toContain(sentence);
  });

  it("takes a line of a million characters as one pair that is too long", async () => {
    const { found } = await read({ "a.tsv": `${table(12)}${"ab ".repeat(350_000)}\tx\n` });
    expect(found).toMatchObject({ pairs: 12, tooLong: 1 });
  });
});

describe("text that is not UTF-8", () => {
  const after = table(11);
  it.each([
    ["a lone surrogate", [0xed, 0xa0, 0x80]],
    ["an overlong form", [0xc0, 0xaf]],
    ["a continuation without a lead", [0x80]],
    ["a character cut short", [0xe2, 0x82]],
    ["a byte that is never used", [0xff]],
    ["more than U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
    ["a zero", [0]],
  ])("is refused for %s, with the byte", async (_, bytes) => {
    const file = joinedBytes(ascii(after), Uint8Array.from(bytes));
    expect(await refusal({ "a.tsv": file })).toContain(
      `a.tsv, byte ${after.length}: expected text`,
    );
  });

  it("is refused for the mark of UTF-16", async () => {
    const bytes = joinedBytes(Uint8Array.of(0xff, 0xfe), ascii("a\0\t\0"));
    expect(await refusal({ "a.tsv": bytes })).toContain("UTF-16");
  });

  it("is found where the decoder of the platform finds it, for any bytes", () => {
    const strict = new TextDecoder("utf-8", { fatal: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const at = firstFault(bytes);
        const isSound = (part: Uint8Array): boolean => {
          try {
            return !strict.decode(part).includes("\0");
          } catch {
            return false;
          }
        };
        expect(at === -1).toBe(isSound(bytes));
        // All before the fault is sound.
        expect(isSound(at === -1 ? bytes : bytes.subarray(0, at))).toBe(true);
      }),
    );
  });
});

describe("two texts", () => {
  it("are read line by line", async () => {
    const lines = (word: string): string =>
      Array.from({ length: 12 }, (_, i) => `${word} ${i}\n`).join("");
    const { words, tokens, starts } = await own(
      { "a.de": lines("eins"), "a.en": lines("one") },
      "pairs",
    );
    const line = (at: number): string =>
      Array.from(tokens.subarray(starts[at], starts[at + 1]), (id) => words[id]).join(" ");
    expect([line(4), line(5)]).toEqual(["eins 2", "one 2"]);
  });

  it("are refused where one has more lines", async () => {
    expect(await refusal({ "a.de": "x\n".repeat(12), "a.en": "y\n".repeat(11) })).toBe(
      "a.en, line 12: expected 12 lines, as many as a.de has; found 11.",
    );
  });
});

describe("one text", () => {
  it("is read as running text", async () => {
    const { found } = await read({ "a.txt": "The cat, the dog.\n\n".repeat(300) });
    if (found.kind !== "text") throw new Error(found.kind);
    expect(found).toMatchObject({ lines: 300, longest: 6, tokens: 1800 });
    expect(found.coverage.asWritten).toHaveLength(6);
    expect(found.coverage.lowerCase[0]).toBe(600);
  });

  it("takes a single line of a million characters, and a word of as many as unknown", async () => {
    const { tokens } = await own(
      { "a.txt": `${"a ".repeat(500_000)}${"b".repeat(1_000_000)}` },
      "text",
    );
    expect(tokens).toHaveLength(500_001);
    expect(tokens.at(-1)).toBe(-1);
  });
});
