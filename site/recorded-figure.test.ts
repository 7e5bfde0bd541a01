import { expect, it } from "vitest";
import type { LaneReport } from "../sim/contract/protocol.ts";
import type { RecordedRun } from "../sim/contract/recorded-run.ts";
import { figureWords, recordedFigure } from "./recorded-figure.ts";

function lane(id: string): LaneReport {
  const sites = ["first", "last"].map((site) => ({ id: site, channels: 4, own: false }));
  return { id, task: 0, normaliser: id, parameters: 10, sites };
}

/** A hundred steps of two lanes at two places; the last place of the first lane has a point far from the others. */
function recorded(): RecordedRun {
  const lanes = ["batch-norm", "layer-norm"].map(lane);
  const steps = Array.from({ length: 100 }, (_, row) => row + 1);
  const columns = lanes.flatMap(({ id, sites }) =>
    sites.map(
      (site) =>
        ({
          kind: "statistic",
          lane: id,
          site: site.id,
          of: "input",
          metric: "distance",
          statistic: "variance",
        }) as const,
    ),
  );
  const values = columns.map(({ lane: id, site }) =>
    steps.map((step) => (site === "last" && id === "batch-norm" && step === 50 ? 1e6 : 2.5)),
  );
  return {
    format: "normscope run 1",
    command: "npm run record -- --runs paper-order",
    date: "2026-11-24",
    commit: "0123456789",
    version: "0.1.0",
    device: "wasm",
    engine: "fused",
    preset: "paper-order",
    seed: 1,
    steps: 100,
    thinning: "",
    settings: {},
    lanes,
    tables: {
      steps: { columns, steps, values },
      "held-out": { columns: [], steps: [], values: [] },
    },
  };
}

it("a recorded run is drawn a line a lane, at the last place", () => {
  const svg = recordedFigure(recorded(), (id) => id.toUpperCase());
  expect(svg.match(/<polyline/g)).toHaveLength(2);
  expect(svg).toContain(">BATCH-NORM</text>");
  expect(svg).not.toContain("NaN");
});

it("a point far beyond the others is drawn at the edge, and flattens none of them", () => {
  const svg = recordedFigure(recorded(), (id) => id);
  const heights = [...svg.matchAll(/[\d.]+,([\d.]+)/g)].map(([, y]) => Number(y));
  expect(Math.min(...heights)).toBe(14);
  expect(new Set(heights).size).toBe(2);
  expect(svg).toContain(">3</text>");
});

it("names that end at one height stand below one another", () => {
  const svg = recordedFigure(recorded(), (id) => id);
  const tops = [...svg.matchAll(/class="name name\d" x="\d+" y="([\d.]+)"/g)].map(([, y]) =>
    Number(y),
  );
  expect(Math.abs((tops[1] ?? 0) - (tops[0] ?? 0))).toBeGreaterThanOrEqual(14);
});

it("the words say that it was recorded, when and how", () => {
  expect(figureWords(recorded())).toMatch(
    /^Recorded on 24 November 2026, not computed here: 100 steps, seed 1, at commit 0123456789/,
  );
});
