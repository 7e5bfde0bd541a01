import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { readAddress } from "../store/url.ts";
import { plans } from "./plans.ts";

describe.each(plans)("the plan “$title”", ({ parts }) => {
  it.each(parts)("opens what it says: $title", ({ query }) => {
    expect(readAddress(query, catalogue).complaints).toEqual([]);
  });
});

it("fills the time that it names", () => {
  const minutes = plans.map(({ parts }) => parts.reduce((sum, part) => sum + part.minutes, 0));
  expect(minutes).toEqual([15, 45]);
});
