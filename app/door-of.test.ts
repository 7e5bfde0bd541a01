import { expect, it } from "vitest";
import { doorOf } from "./door-of.ts";

it("knows a door by the last part of the path, with or without its ending, in any folder", () => {
  const embeds = ["/embed", "/embed/", "/some/where/embed.html", "/embed.html"];
  expect(embeds.map(doorOf)).toEqual(embeds.map(() => "embed"));
  expect(["/article", "/a/lessons.html", "/teach"].map(doorOf)).toEqual([
    "article",
    "lessons",
    "teach",
  ]);
});

it("takes everything else for the laboratory", () => {
  for (const path of ["/", "/index.html", "/embedded", "/a/index.html", "/embed/more"])
    expect(doorOf(path)).toBe("laboratory");
});
