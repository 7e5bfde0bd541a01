import { expect, it } from "vitest";
import type { Column, LaneReport } from "../../sim/contract/protocol.ts";
import { layerCurves } from "./layer-curves.ts";

function lane(id: string, task: number, sites: readonly string[]): LaneReport {
  const each = sites.map((site) => ({ id: site, channels: 2, own: false }));
  return { id, task, normaliser: id, parameters: 1, sites: each };
}

const lanes = [lane("bn", 0, ["a", "b"]), lane("ln", 0, ["a", "b"]), lane("b.bn", 1, ["stem"])];
const columns = lanes.flatMap(({ id, sites }) =>
  sites.map(({ id: site }): Column => ({
    kind: "statistic",
    lane: id,
    site,
    of: "input",
    metric: "distance",
    statistic: "mean",
  })),
);
const choice = { metric: "distance", statistic: "mean" } as const;

it("every layer has the lines of those lanes that have it, and no layer of another network in its place", () => {
  const layers = layerCurves({ lanes, columns, hidden: [] }, choice);
  const lines = layers.map(({ site, curves }) => [site, ...curves.map(({ lane: { id } }) => id)]);
  expect(lines).toEqual([
    ["a", "bn", "ln"],
    ["b", "bn", "ln"],
    ["stem", "b.bn"],
  ]);
});

it("a lane that is hidden is hidden here too", () => {
  const [first] = layerCurves({ lanes, columns, hidden: ["bn"] }, choice);
  expect(first?.curves.map(({ lane: { id } }) => id)).toEqual(["ln"]);
});
