import { describe, expect, it } from "vitest";
import { fileOf } from "./files.fixture.ts";
import { openFile } from "./open-file.ts";

const HEAD = {
  format: "normscope recording",
  version: 1,
  title: "My model",
  label: "BN",
  normaliser: "batch-norm",
  alpha: 0.9,
  processes: 8,
  sites: [{ id: "encoder.0", channels: 512 }],
};

function step(step: number, first: number | null = 0.5) {
  const three = [first, 2, 3];
  const site = { rows: 4096, distance: three, "relative-distance": three, discrepancy: three };
  return { step, loss: 2.5, sites: { "encoder.0": site } };
}

function linesOf(...lines: readonly object[]): string {
  return lines.map((line) => JSON.stringify(line)).join("\n");
}

async function opened(text: string) {
  return openFile(fileOf("run.jsonl", text));
}

describe("a recording of a PyTorch model", () => {
  it("becomes a chart for each statistic, metric and place, with N and the loss", async () => {
    const file = await opened(linesOf(HEAD, step(1), step(2, null)));
    if (file.kind !== "recording") throw new Error(JSON.stringify(file));
    const { title, facts, charts } = file.recording;
    expect(title).toBe("My model");
    expect(facts).toEqual([
      ["alpha", "0.9"],
      ["processes", "8"],
    ]);
    expect(charts).toHaveLength(3 * 3 + 1 + 1);
    const [mean] = charts;
    expect(mean).toMatchObject({ place: "encoder.0", title: "µ, the mean" });
    expect(mean?.series[0]).toMatchObject({ label: "BN", steps: [1, 2], values: [0.5, NaN] });
    expect(charts.at(-1)?.series[0]?.values).toEqual([2.5, 2.5]);
  });

  it("is refused with its line where it is wrong", async () => {
    const refusal = async (...lines: readonly object[]) => {
      const file = await opened(linesOf(...lines));
      return file.kind === "refused" ? file.sentence : file.kind;
    };
    expect(await refusal({ ...HEAD, version: 2 })).toBe(
      "run.jsonl, line 1.version: expected one of 1; found 2.",
    );
    expect(await refusal(HEAD, step(2), step(1))).toBe(
      "run.jsonl, line 3.step: expected a step after 2; found 1.",
    );
    expect(await refusal(HEAD, { step: 1, sites: { "encoder.0": { rows: 3 } } })).toContain(
      "run.jsonl, line 2.sites.encoder.0.distance: expected a list; found nothing.",
    );
  });

  it("may end in the middle of a line, which is said", async () => {
    const text = linesOf(HEAD, step(1), step(2));
    const file = await opened(text.slice(0, -20));
    expect(file.kind === "refused" ? file.sentence : "").toMatch(/^run\.jsonl, line 3, column/);
  });
});
