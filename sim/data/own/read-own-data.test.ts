import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { DataRefused } from "../../contract/data-refused.ts";
import { Random } from "../../contract/random.ts";
import { read, refusal } from "../../worker/reading.fixture.ts";
import type { Named } from "../../worker/reading.fixture.ts";
import { ascii, cifarBatch, idx, pngHeader, table, zip } from "./made-files.fixture.ts";

const random = new Random("own data");
const png = pngHeader(4, 4);

describe("any file whatever", () => {
  const names = [
    "a.tsv",
    "a.txt",
    "a.bin",
    "a-images-idx3-ubyte",
    "a.gz",
    "a.zip",
    "cat/a.png",
    "a",
  ];
  it("is read or refused in one sentence that names it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...names), fc.uint8Array({ maxLength: 300 }), { maxKeys: 3 }),
        async (files) => {
          const sentence = await refusal(files);
          expect(sentence).toMatch(/^.+: expected .+; found .+\.$/s);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is read or refused where a good file has a few bytes changed or is cut short", async () => {
    const good: Named[] = [
      { "a.tsv": ascii(table(20)) },
      { "a.bin": cifarBatch(22, random) },
      {
        "a.zip": zip(
          Array.from({ length: 22 }, (_, i) => ({ path: `${i % 2}/${i}.png`, bytes: png })),
        ),
      },
      {
        "i.idx": idx(0x803, [30, 2, 2], new Uint8Array(120)),
        "l.idx": idx(0x801, [30], new Uint8Array(30).fill(1)),
      },
      {
        "a.gz": gzipSync(idx(0x803, [30, 2, 2], new Uint8Array(120))),
        "b.gz": gzipSync(idx(0x801, [30], new Uint8Array(30).fill(1))),
      },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        fc.option(fc.nat()),
        async (which, changes, end) => {
          const files = Object.entries(good[which] ?? {}).map(([name, bytes], place) => {
            const copy = Uint8Array.from(bytes as Uint8Array);
            if (place === 0) for (const [at, byte] of changes) copy[at % copy.length] = byte;
            return [
              name,
              place === 0 && end !== null ? copy.subarray(0, end % copy.length) : copy,
            ] as const;
          });
          const outcome = await read(Object.fromEntries(files)).catch((error: unknown) => error);
          expect(outcome instanceof DataRefused || Object.hasOwn(Object(outcome), "found")).toBe(
            true,
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});
