import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CsvChart } from "../../components/charts/save/series-csv.ts";
import { printSeriesCsv } from "../../components/charts/save/series-csv.ts";
import { laneStyles } from "../../components/theme/lane-styles.ts";
import { readCsvFile } from "./csv-file.ts";
import { fileOf } from "./files.fixture.ts";
import { openFile } from "./open-file.ts";

const NOTES = {
  source: "computed live",
  facts: [
    ["link", "https://example.org/?preset=paper-order&lanes=batch-norm,layer-norm"],
    ["seed", "1"],
    ["device", "wasm (SIMD)"],
  ],
} as const;

const anyValue = fc.oneof(
  fc.float({ noDefaultInfinity: false, noNaN: false }),
  fc.double({ noDefaultInfinity: false, noNaN: false }),
);

/** Lines of different lengths and steps, with every value a number can have. */
const anyLines = fc.array(
  fc.record({
    label: fc.constantFrom("BN", "PN own", "a, b", 'quoted "name"', "LN"),
    weight: fc.constantFrom("thin" as const, "thick" as const),
    points: fc.uniqueArray(fc.tuple(fc.nat({ max: 20_000 }), anyValue), {
      selector: ([step]) => step,
      maxLength: 30,
    }),
  }),
  { minLength: 1, maxLength: 6 },
);

function chartOf(
  lines: typeof anyLines extends fc.Arbitrary<infer Lines> ? Lines : never,
): CsvChart {
  const styles = laneStyles(
    lines.map((_, i) => ["batch-norm", "layer-norm", "x", "y"][i % 4] ?? ""),
  );
  return {
    title: "Held-out loss",
    summary: "The loss\non held-out data.",
    xLabel: "step",
    yLabel: "nats, running",
    scale: "log",
    events: [{ step: 120, label: "Learning rate 0.01 → 0.1" }],
    series: lines.map(({ label, weight, points }, i) => {
      const sorted = [...points].sort(([a], [b]) => a - b);
      const style = styles[i];
      if (!style) throw new Error("a style for each line");
      return {
        id: label,
        label,
        style,
        weight,
        steps: sorted.map(([step]) => step),
        values: sorted.map(([, value]) => value),
        length: sorted.length,
      };
    }),
  };
}

describe("a chart as CSV", () => {
  it("is read back with every value, name, dash and event", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const chart = chartOf(lines);
        const { title, facts, charts } = readCsvFile(printSeriesCsv(chart, NOTES), "a.csv");
        expect(title).toBe(chart.title);
        expect(facts).toEqual(NOTES.facts);
        expect(charts).toHaveLength(1);
        expect(charts[0]).toMatchObject({
          scale: "log",
          yLabel: chart.yLabel,
          events: chart.events,
        });
        charts[0]?.series.forEach((line, i) => {
          const { label, weight, style, steps, values } = chart.series[i] ?? line;
          expect({ ...line, id: "" }).toMatchObject({ label, weight, style, steps });
          Array.from(values).forEach((value, row) => {
            // What the page measured is float32, and comes back as that.
            const read = line.values[row] ?? 0;
            const isFloat = Math.fround(value) === value;
            expect(String(isFloat ? Math.fround(read) : read)).toBe(String(value));
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  it("draws what was read at one place by one measure together", () => {
    const [line] = chartOf([{ label: "BN", weight: "thin", points: [[1, 2]] }]).series;
    if (!line) throw new Error("there is a line");
    const chart = {
      ...chartOf([]),
      series: ["first", "last"].flatMap((place) =>
        ["distance", "loss"].map((measure) => ({ ...line, place, measure })),
      ),
    };
    const { charts } = readCsvFile(printSeriesCsv(chart, NOTES), "a.csv");
    expect(charts.map(({ place, measure }) => `${place} ${measure}`)).toEqual([
      "first distance",
      "first loss",
      "last distance",
      "last loss",
    ]);
  });

  it("is refused with its line where it is no such table", async () => {
    const whole = printSeriesCsv(
      chartOf([{ label: "BN", weight: "thin", points: [[1, 2]] }]),
      NOTES,
    );
    const refusal = async (text: string) => {
      const file = await openFile(fileOf("a.csv", text));
      return file.kind === "refused" ? file.sentence : file.kind;
    };
    expect(await refusal(whole.replace("version 1", "version 2"))).toBe(
      "a.csv, line 1: expected version 1 of Normscope’s series; found version “2”.",
    );
    expect(await refusal(whole.replace("\n1,2\n", "\n1,two\n"))).toMatch(
      /a\.csv, line \d+: expected a number, NaN, Infinity or nothing; found “two”\./,
    );
    expect(await refusal(whole.replace("\n1,2\n", "\n1,2,3\n"))).toMatch(
      /expected 2 cells; found 3/,
    );
    expect(await refusal(`${whole}1,3\n`)).toMatch(
      /expected a step above the one before; found “1”/,
    );
    expect(await refusal(whole.split("\nstep,")[0] ?? "")).toMatch(
      /expected the names of the steps/,
    );
  });
});
