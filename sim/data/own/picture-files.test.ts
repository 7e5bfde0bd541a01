import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Random } from "../../contract/random.ts";
import { own, refusal } from "../../worker/reading.fixture.ts";
import { crc32 } from "./crc.ts";
import {
  ascii,
  cifarBatch,
  idx,
  joinedBytes,
  pngHeader,
  randomBytes,
  zip,
} from "./made-files.fixture.ts";

const random = new Random("own data");
const png = pngHeader(4, 4);

describe("CIFAR-10 binary batches", () => {
  it("keep labels, and colours side by side; what is named test comes last", async () => {
    const [test, first] = [cifarBatch(5, random), cifarBatch(30, random)];
    const files = { "test_batch.bin": test, "data_batch_1.bin": first, "readme.html": "about" };
    const pictures = await own(files, "pictures");
    expect(pictures).toMatchObject({ test: 5, width: 32, channels: 3 });
    expect(pictures.labels[30]).toBe(test[0]);
    expect(Array.from(pictures.pixels.subarray(0, 4))).toEqual([
      first[1],
      first[1 + 1024],
      first[1 + 2048],
      first[2],
    ]);
  });

  it("are refused where the last record is cut short, with its byte", async () => {
    const cut = cifarBatch(30, random).subarray(0, 30 * 3073 - 100);
    expect(await refusal({ "data_batch_1.bin": cut })).toContain(
      `data_batch_1.bin, byte ${29 * 3073}: expected records of 3\u202f073 bytes`,
    );
  });

  it("are refused at a label that is none, with its byte", async () => {
    const bytes = cifarBatch(30, random);
    bytes[3 * 3073] = 10;
    expect(await refusal({ "x.bin": bytes })).toBe(
      `x.bin, byte ${3 * 3073}: expected a label from 0 to 9; found 10.`,
    );
  });
});

describe("IDX files", () => {
  const pixels = idx(0x803, [30, 4, 5], randomBytes(600, random));
  const labels = idx(
    0x801,
    [30],
    Uint8Array.from({ length: 30 }, (_, i) => i % 3),
  );

  it("are read in pairs, gzipped or not", async () => {
    const plain = await own(
      { "a-images-idx3-ubyte": pixels, "a-labels-idx1-ubyte": labels },
      "pictures",
    );
    expect(plain).toMatchObject({ width: 5, height: 4, channels: 1, classes: ["0", "1", "2"] });
    const packed = { "a-images-idx3-ubyte.gz": gzipSync(pixels), "a-labels.gz": gzipSync(labels) };
    expect(await own(packed, "pictures")).toEqual(plain);
  });

  it("are matched by name, and those named t10k are only tested on", async () => {
    const files = {
      "t10k-labels-idx1-ubyte": labels,
      "train-images-idx3-ubyte": pixels,
      "t10k-images-idx3-ubyte": pixels,
      "train-labels-idx1-ubyte": labels,
    };
    expect(await own(files, "pictures")).toMatchObject({ test: 30 });
  });

  it.each([
    ["another magic number", idx(0x802, [30, 4], new Uint8Array(120)), "byte 0"],
    ["a file that ends early", pixels.subarray(0, 300), "byte 300"],
    ["a file that goes on", joinedBytes(pixels, Uint8Array.of(1)), "byte 616"],
    ["sizes out of bounds", idx(0x803, [30, 0, 5], new Uint8Array(0)), "byte 8"],
    ["a header cut short", pixels.subarray(0, 9), "byte 9"],
    ["nothing", new Uint8Array(0), "byte 0"],
  ])("are refused for %s", async (_, bytes, place) => {
    const files = { "a-images-idx3-ubyte": bytes, "a-labels-idx1-ubyte": labels };
    expect(await refusal(files)).toContain(`a-images-idx3-ubyte, ${place}:`);
  });

  it("are refused where there are fewer labels, or damage in the gzip", async () => {
    const fewer = idx(0x801, [29], new Uint8Array(29));
    expect(await refusal({ "a-images": pixels, "a-labels": fewer })).toContain(
      "expected 30 labels",
    );
    const damaged = Uint8Array.from(gzipSync(pixels));
    damaged[damaged.length - 7] = (damaged.at(-7) ?? 0) ^ 1;
    expect(await refusal({ "a.gz": damaged, "b.gz": gzipSync(labels) })).toContain("a.gz, byte 0");
  });
});

describe("class folders and zips", () => {
  const entries = Array.from({ length: 24 }, (_, i) => ({
    path: `set/${i < 4 ? "test" : "train"}/${i % 2 ? "cat" : "dog"}/${i}.png`,
    bytes: joinedBytes(png, randomBytes(i, random)),
  }));

  it("give the same pictures, a class a folder, those in a test folder held out", async () => {
    const folders = await own(
      Object.fromEntries(entries.map(({ path, bytes }) => [path, bytes])),
      "pictures",
    );
    expect(folders).toMatchObject({ classes: ["cat", "dog"], test: 4, width: 32 });
    expect(await own({ "a.zip": zip(entries) }, "pictures")).toEqual(folders);
    const deflated = entries.map(({ path, bytes }) => ({
      path,
      bytes: Uint8Array.from(deflateRawSync(bytes)),
      method: 8,
      size: bytes.length,
      crc: crc32(bytes),
    }));
    expect(await own({ "a.zip": zip(deflated) }, "pictures")).toEqual(folders);
  });

  const [first] = entries;
  const others = entries.slice(1);
  const bomb = Uint8Array.from(deflateRawSync(new Uint8Array(4 * 2 ** 20)));
  it.each([
    [
      "a file that says it unpacks to far more",
      { method: 8, bytes: bomb, size: 4 * 2 ** 20 },
      "a hundredth",
    ],
    [
      "a file that unpacks to more than it says",
      { method: 8, bytes: bomb, size: 1000 },
      "at most 1\u202f000 bytes",
    ],
    ["a wrong checksum", { crc: 1 }, "checksum"],
    ["a password", { flags: 1 }, "without a password"],
    ["another packing", { method: 12 }, "method 12"],
    [
      "a picture of a billion pixels",
      { bytes: pngHeader(65_000, 65_000) },
      "65\u202f000 × 65\u202f000",
    ],
    [
      "a picture that is none",
      { bytes: ascii("GIF89a not a picture") },
      "the header of a PNG or a JPEG",
    ],
  ])("are refused for %s", async (_, change, sentence) => {
    const entry = { path: first?.path ?? "", bytes: png, ...change };
    expect(await refusal({ "a.zip": zip([entry, ...others]) })).toContain(sentence);
  });

  it("are refused where files share their bytes", async () => {
    const whole = zip(entries);
    const view = new DataView(whole.buffer);
    const directory = view.getUint32(whole.length - 6, true);
    // Every entry of the directory now points at the first file, and says it is as long as all.
    let at = directory;
    for (let i = 0; i < entries.length; i++) {
      view.setUint32(at + 20, directory - 200, true);
      view.setUint32(at + 24, directory - 200, true);
      view.setUint32(at + 42, 0, true);
      at += 46 + view.getUint16(at + 28, true);
    }
    expect(await refusal({ "a.zip": whole })).toContain("overlap");
  });

  it("are refused without folders, with one class, and for a picture that cannot be decoded", async () => {
    expect(await refusal({ "1.png": png })).toContain("in a folder");
    expect(await refusal({ "cat/1.png": png })).toContain("2 to 256 folders");
    const files = Object.fromEntries(entries.map(({ path, bytes }) => [path, bytes]));
    expect(await refusal({ ...files, "set/train/cat/x.png": ascii("1234567") })).toContain("x.png");
  });
});

it("keeps the checksum that others compute", () => {
  const bytes = randomBytes(1000, random);
  const packed = gzipSync(bytes);
  expect(crc32(bytes)).toBe(packed.readUInt32LE(packed.length - 8));
});
