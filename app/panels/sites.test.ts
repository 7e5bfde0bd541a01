import { describe, expect, it } from "vitest";
import type { LaneReport } from "../../sim/contract/protocol.ts";
import { siteOf, siteOptions } from "./sites.ts";

function lane(id: string, sites: readonly string[]): LaneReport {
  return {
    id,
    task: 0,
    normaliser: id,
    parameters: 1,
    sites: sites.map((site) => ({ id: site, channels: 8, own: false })),
  };
}

const text = lane("bn", ["encoder 1 attention", "encoder 1 feed-forward", "encoder end"]);
const pictures = lane("b.bn", ["stem", "stage 1"]);
const lanes = [text, pictures];

describe("the site that is looked at", () => {
  it("is each lane's own first or last", () => {
    expect(lanes.map((each) => siteOf(each, "first", lanes)?.id)).toEqual([
      "encoder 1 attention",
      "stem",
    ]);
    expect(lanes.map((each) => siteOf(each, "last", lanes)?.id)).toEqual([
      "encoder end",
      "stage 1",
    ]);
  });

  it("is at the same place in a lane that does not know the name", () => {
    expect(siteOf(pictures, "encoder 1 feed-forward", lanes)?.id).toBe("stage 1");
    expect(siteOf(pictures, "encoder end", lanes)).toBeNull();
  });

  it("can be any that a lane has, and the ends by name where all agree", () => {
    expect(siteOptions([text]).slice(0, 2)).toEqual([
      { value: "first", label: "first: encoder 1 attention" },
      { value: "last", label: "last: encoder end" },
    ]);
    expect(siteOptions(lanes).map(({ label }) => label)).toEqual([
      "first",
      "last",
      "encoder 1 attention",
      "encoder 1 feed-forward",
      "encoder end",
      "stem",
      "stage 1",
    ]);
  });
});
