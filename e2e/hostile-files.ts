import { deflateRawSync, gzipSync } from "node:zlib";
import { Random } from "../sim/contract/random.ts";
import {
  ascii,
  cifarBatch,
  idx,
  joinedBytes,
  pngHeader,
  randomBytes,
  table,
  zip,
} from "../sim/data/own/made-files.fixture.ts";
import type { MadeEntry } from "../sim/data/own/made-files.fixture.ts";

export interface HostileSet {
  readonly name: string;
  readonly files: Readonly<Record<string, Uint8Array | string>>;
  /** A part of the sentence that refuses it; or it is odd, and found all the same. */
  readonly answer: string;
}

/** Files with everything wrong that a file can have, and a few that only look it. */
export function hostileSets(): readonly HostileSet[] {
  const random = new Random("hostile files");
  return [...texts(), ...batches(random), ...idxFiles(random), ...zips(random), ...noise(random)];
}

function texts(): HostileSet[] {
  const rows = table(20);
  const broken = (...bytes: readonly number[]) => ({
    "a.tsv": joinedBytes(ascii(rows), Uint8Array.from(bytes)),
  });
  const at = `a.tsv, byte ${rows.length}: expected text in UTF-8`;
  return [
    { name: "a lone surrogate", files: broken(0xed, 0xa0, 0x80), answer: at },
    { name: "another lone surrogate", files: broken(0xed, 0xbf, 0xbf), answer: "a lone surrogate" },
    { name: "an overlong slash", files: broken(0xc0, 0xaf), answer: at },
    { name: "a character cut short", files: broken(0xf0, 0x9f, 0x92), answer: at },
    { name: "a byte of no text", files: broken(0xff), answer: at },
    { name: "a zero", files: broken(0), answer: "which no text has" },
    { name: "UTF-16", files: { "b.tsv": Uint8Array.of(0xff, 0xfe, 97, 0) }, answer: "UTF-16" },
    {
      name: "UTF-16, the other way",
      files: { "b.txt": Uint8Array.of(0xfe, 0xff, 0, 97) },
      answer: "UTF-16",
    },
    { name: "three columns", files: { "c.tsv": `${rows}a\tb\tc\n` }, answer: "c.tsv, line 21" },
    { name: "one column", files: { "d.tsv": `${rows}a\n` }, answer: "d.tsv, line 21" },
    { name: "an empty line", files: { "e.tsv": `${rows}\n${rows}` }, answer: "e.tsv, line 21" },
    { name: "an empty table", files: { "f.tsv": "" }, answer: "f.tsv: expected at least 10 pairs" },
    { name: "an empty text", files: { "f.txt": "" }, answer: "f.txt: expected at least 1 000" },
    {
      name: "only line ends",
      files: { "g.txt": "\r\n".repeat(500_000) },
      answer: "g.txt: expected",
    },
    { name: "only tabs", files: { "h.tsv": "\t".repeat(1_000_000) }, answer: "h.tsv, line 1:" },
    {
      name: "uneven texts",
      files: { "i.de": "a\n".repeat(30), "i.en": "b\n".repeat(29) },
      answer: "expected 30 lines",
    },
    {
      name: "three texts",
      files: { "j.1": "a", "j.2": "b", "j.3": "c" },
      answer: "3 files of text",
    },
    {
      name: "a text far too large",
      files: { "k.txt": "a ".repeat(33 * 2 ** 20) },
      answer: "at most 64 MB",
    },
    {
      name: "a line of a million characters",
      files: { "l.tsv": `${rows}${"ab ".repeat(350_000)}\tx\n` },
      answer: "found",
    },
    {
      name: "a word of a million letters",
      files: { "m.txt": `${"a b\n".repeat(600)}${"c".repeat(1_000_000)}` },
      answer: "found",
    },
    {
      name: "CR LF and a byte order mark",
      files: { "n.tsv": `\ufeff${table(20, "\r\n")}` },
      answer: "found",
    },
    {
      name: "words that are markup",
      files: { "o.tsv": "<pad> <s>\t<script>alert(1)</script>\n".repeat(20) },
      answer: "found",
    },
  ];
}

function batches(random: Random): HostileSet[] {
  const good = cifarBatch(30, random);
  const mislabelled = Uint8Array.from(good);
  mislabelled[7 * 3073] = 200;
  return [
    {
      name: "a batch cut short",
      files: { "p.bin": good.subarray(0, -1) },
      answer: `p.bin, byte ${29 * 3073}`,
    },
    {
      name: "a batch with a byte more",
      files: { "q.bin": joinedBytes(good, Uint8Array.of(1)) },
      answer: `q.bin, byte ${30 * 3073}`,
    },
    {
      name: "a label of 200",
      files: { "r.bin": mislabelled },
      answer: `r.bin, byte ${7 * 3073}: expected a label`,
    },
    { name: "an empty batch", files: { "s.bin": "" }, answer: "s.bin, byte 0" },
    {
      name: "two pictures",
      files: { "t.bin": good.subarray(0, 2 * 3073) },
      answer: "at least 20 pictures",
    },
  ];
}

function idxFiles(random: Random): HostileSet[] {
  const pictures = idx(0x803, [30, 4, 4], randomBytes(480, random));
  const labels = idx(
    0x801,
    [30],
    Uint8Array.from({ length: 30 }, (_, i) => i % 3),
  );
  const both = (bytes: Uint8Array, name = "a-images-idx3-ubyte") => ({
    [name]: bytes,
    "a-labels-idx1-ubyte": labels,
  });
  const huge = gzipSync(new Uint8Array(600 * 2 ** 20), { level: 1 });
  const damaged = Uint8Array.from(gzipSync(pictures));
  damaged[damaged.length - 6] = (damaged.at(-6) ?? 0) ^ 255;
  return [
    {
      name: "a wrong magic number",
      files: both(idx(0x0d03, [30, 4, 4], new Uint8Array(480))),
      answer: "00 00 0d 03",
    },
    {
      name: "four dimensions",
      files: both(idx(0x804, [30, 4, 4, 1], new Uint8Array(480))),
      answer: "magic number",
    },
    {
      name: "four thousand million pictures",
      files: both(idx(0x803, [0xffffffff, 4, 4], new Uint8Array(0))),
      answer: "as its header says",
    },
    {
      name: "pictures without a side",
      files: both(idx(0x803, [30, 0, 4], new Uint8Array(0))),
      answer: "0 × 4",
    },
    {
      name: "pictures larger than any",
      files: both(idx(0x803, [1, 0xffff, 0xffff], new Uint8Array(0))),
      answer: "512 pixels",
    },
    { name: "pictures that end early", files: both(pictures.subarray(0, 200)), answer: "byte 200" },
    {
      name: "pictures alone",
      files: { "b-images-idx3-ubyte": pictures },
      answer: "1 of pictures and 0 of labels",
    },
    {
      name: "fewer labels",
      files: { "c-images": pictures, "c-labels": idx(0x801, [3], new Uint8Array(3)) },
      answer: "expected 30 labels",
    },
    {
      name: "one class",
      files: { "d-images": pictures, "d-labels": idx(0x801, [30], new Uint8Array(30)) },
      answer: "two classes",
    },
    {
      name: "a damaged gzip",
      files: both(damaged, "e.gz"),
      answer: "e.gz, byte 0: expected data packed by deflate",
    },
    {
      name: "a gzip cut short",
      files: both(gzipSync(pictures).subarray(0, 40), "f.gz"),
      answer: "f.gz, byte 0",
    },
    { name: "a gzip bomb", files: both(huge, "g.gz"), answer: "at most 512 MB once unpacked" },
  ];
}

function zips(random: Random): HostileSet[] {
  const png = joinedBytes(pngHeader(8, 8), randomBytes(20, random));
  const entries = Array.from({ length: 24 }, (_, i): MadeEntry => ({
    path: `${i % 2 ? "a" : "b"}/${i}.png`,
    bytes: png,
  }));
  const first = (change: Partial<MadeEntry>) =>
    zip([{ path: "a/0.png", bytes: png, ...change }, ...entries]);
  const bomb = Uint8Array.from(deflateRawSync(new Uint8Array(50 * 2 ** 20)));
  return [
    {
      name: "a zip that says it is a bomb",
      files: { "a.zip": first({ method: 8, bytes: bomb, size: 50 * 2 ** 20 }) },
      answer: "a hundredth",
    },
    {
      name: "a zip that hides that it is a bomb",
      files: { "b.zip": first({ method: 8, bytes: bomb, size: 500 }) },
      answer: "at most 500 bytes once unpacked",
    },
    {
      name: "a zip of four gigabytes",
      files: { "c.zip": first({ size: 0xffffffff }) },
      answer: "a hundredth",
    },
    {
      name: "a zip with a password",
      files: { "d.zip": first({ flags: 1 }) },
      answer: "without a password",
    },
    {
      name: "a zip packed otherwise",
      files: { "e.zip": first({ method: 14 }) },
      answer: "method 14",
    },
    {
      name: "a zip with a wrong checksum",
      files: { "f.zip": first({ crc: 7 }) },
      answer: "checksum",
    },
    {
      name: "a zip cut short",
      files: { "g.zip": zip(entries).subarray(0, -30) },
      answer: "the directory of a zip",
    },
    {
      name: "a zip without pictures",
      files: { "h.zip": zip([{ path: "a.txt", bytes: png }]) },
      answer: "2 to 256 folders",
    },
    {
      name: "a picture of four thousand million pixels",
      files: { "i.zip": first({ bytes: pngHeader(65_535, 65_535) }) },
      answer: "65 535 × 65 535",
    },
    {
      name: "a picture that is only a header",
      files: { "j.zip": zip(entries) },
      answer: "that this browser can decode",
    },
    {
      name: "a path out of the zip",
      files: { "k.zip": zip([{ path: "../../a.png", bytes: ascii("x") }]) },
      answer: "folders",
    },
    {
      name: "a picture alone",
      files: { "l.png": png },
      answer: "in a folder named after its class",
    },
    { name: "a PDF", files: { "m.pdf": "%PDF-1.7 and so on" }, answer: "other bytes" },
  ];
}

/** Bytes without sense, under names that promise some. */
function noise(random: Random): HostileSet[] {
  const names = ["n.tsv", "n.txt", "n.bin", "n-images-idx3-ubyte", "n.gz", "n.zip", "n"];
  return names.map((file) => ({
    name: `noise called ${file}`,
    files: { [file]: joinedBytes(Uint8Array.of(0xfe), randomBytes(5000, random)) },
    answer: file,
  }));
}
