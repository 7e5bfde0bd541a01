import { describe, expect, it } from "vitest";
import { initialValues } from "../contract/params.ts";
import { Random } from "../contract/random.ts";
import images from "./images.ts";

describe("the pictures workload", () => {
  it("opens with its initial values and gives batches of the size it promises", async () => {
    const workload = await images.open(initialValues(images.params), new Random(1));
    const batch = workload.batch(0);
    if (batch.kind !== "images") throw new Error(`expected images; got ${batch.kind}`);
    expect(batch.pixels.shape).toEqual([64, 8, 8, 3]);
    expect(workload.facts).toMatchObject({ kind: "images", size: 8 });
  });

  it("fills a batch even with the fewest pictures and the largest batch", async () => {
    const params = { ...initialValues(images.params), pictures: 256, imagesPerBatch: 256 };
    const workload = await images.open(params, new Random(1));
    expect(workload.batch(5).items).toBe(256);
  });
});
