import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import type { RecordedRun } from "../sim/contract/recorded-run.ts";
import type { Column } from "../sim/contract/protocol.ts";
import type { SeriesReading } from "../app/read-out.ts";
import { formatNumber } from "../components/prose/format.ts";
import { expect, test } from "./laboratory.ts";
import { sentNumbers, tapWorkers } from "./worker-log.ts";
import type { Sent } from "./worker-log.ts";

const QUICK =
  "device=wasm&lanes=power-norm,batch-norm&evaluateEvery=5&translation.longest=10&translation.heldOut=64&translation.bleuPairs=16";

/** Lane, place, measure and statistic, as `read()` names them. */
function nameOf(column: Column | undefined): string {
  if (!column) return "a number too many";
  switch (column.kind) {
    case "statistic": {
      const of = column.of === "own" || column.of === "floor" ? `${column.of} ` : "";
      return [column.lane, column.site, column.metric, of + column.statistic].join(" | ");
    }
    case "method":
      return [column.lane, column.place, column.metric, "method"].join(" | ");
    case "loss":
      return [column.lane, "", "loss", column.on].join(" | ");
    case "score":
      return [column.lane, "", column.name, column.on].join(" | ");
  }
}

function pointsOf(series: readonly SeriesReading[]): string[] {
  return series.flatMap(({ lane, site, metric, statistic, steps, values }) =>
    steps.map(
      (step, i) => `${[lane, site, metric, statistic].join(" | ")} @ ${step}: ${values[i]}`,
    ),
  );
}

function pointsSent(sent: readonly Sent[]): string[] {
  return sent.map(({ column, step, value }) => `${nameOf(column)} @ ${step}: ${value}`);
}

/** What a chart says at its crosshair, value by value: “step 7: PN 0.251, BN 0.311.” */
async function spoken(chart: Locator) {
  const text = await chart.locator("[aria-live]").textContent();
  const [, step = "", rest = ""] = /step (\d+): (.*)\./.exec(text ?? "") ?? [];
  return { step: Number(step), values: rest.split(", ") };
}

test("every point is in the worker's log with that value, and every number of the log is a point", async ({
  lab,
  page,
}) => {
  await tapWorkers(page);
  await lab.open(QUICK);
  await lab.play();
  await lab.untilStep(12);
  await lab.pause();
  await expect(page.getByText("as of step 10")).toBeVisible();
  const { series, recorded } = await lab.read();
  const sent = await sentNumbers(page);
  expect(recorded).toBeNull();
  expect(sent.length).toBeGreaterThan(1000);
  expect(pointsOf(series).toSorted()).toEqual(pointsSent(sent).toSorted());
});

test("what a chart says at its crosshair is what the worker sent of that step", async ({
  lab,
  page,
}) => {
  await tapWorkers(page);
  await lab.open(QUICK);
  for (let step = 1; step <= 3; step++) await lab.step();
  const sent = await sentNumbers(page);
  const lanes = { PN: "power-norm", BN: "batch-norm" };
  const charts = [
    { title: "µ, the mean", end: "| distance | mean" },
    { title: "σ², the variance", end: "| distance | variance" },
    { title: "ψ², the quadratic mean", end: "| distance | quadratic-mean" },
    { title: "Training loss", end: "|  | loss | train" },
  ];
  for (const { title, end } of charts) {
    const chart = page.getByRole("figure", { name: title, exact: true });
    await chart.press("End");
    await chart.press("ArrowLeft");
    const { step, values } = await spoken(chart);
    expect(step).toBe(2);
    for (const [label, lane] of Object.entries(lanes)) {
      // The last layer is shown, and its columns are the last.
      const number = sent.findLast(
        ({ column, step: of }) =>
          of === 2 && nameOf(column).startsWith(`${lane} |`) && nameOf(column).endsWith(end),
      );
      const words = formatNumber(number?.value ?? Number.NaN, { steady: true, plainFrom: 1e-3 });
      expect(values, title).toContain(`${label} ${words}`);
    }
  }
});

test("a recorded line is the file's, and its ground and its word are not those of a live one", async ({
  lab,
  page,
}) => {
  await lab.open("device=wasm");
  const chart = page.getByRole("figure", { name: "σ², the variance", exact: true });
  const ground = async () => pixel(chart.locator(".line-chart-plot"));
  await expect(chart.locator("svg").getByText("recorded", { exact: true })).toBeVisible();
  const { recorded } = await lab.read();
  const file: RecordedRun = JSON.parse(readFileSync("sim/recorded/runs/paper-order.json", "utf8"));
  const inFile = Object.values(file.tables).flatMap(({ columns, steps, values }) =>
    columns.map((column, place) => ({
      name: nameOf(column),
      steps,
      values: values[place]?.map((value) => Math.fround(value ?? Number.NaN)),
    })),
  );
  expect(
    recorded?.series.map(({ lane, site, metric, statistic, steps, values }) => ({
      name: [lane, site, metric, statistic].join(" | "),
      steps,
      values,
    })),
  ).toEqual(inFile);
  const warm = await ground();
  await lab.step();
  await expect(chart).toHaveAccessibleDescription(/^(?!Recorded)/);
  expect(await ground()).not.toEqual(warm);

  /** Red, green and blue of the upper right corner, where no line comes. */
  async function pixel(plot: Locator): Promise<readonly number[]> {
    const png = (await plot.screenshot()).toString("base64");
    return page.evaluate(async (data) => {
      const picture = await createImageBitmap(
        await (await fetch(`data:image/png;base64,${data}`)).blob(),
      );
      const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      context?.drawImage(picture, 0, 0);
      return [...(context?.getImageData(picture.width - 3, picture.height / 2, 1, 1).data ?? [])];
    }, png);
  }
});
