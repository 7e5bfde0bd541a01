import { describe, expect, it } from "vitest";
import { isEmbed } from "../route-of.ts";
import { CONTROLS, PANELS, readParts } from "./parts.ts";

describe("an embedding", () => {
  it("shows everything but own data unless its address says otherwise", () => {
    const { panels, controls, complaints } = readParts("");
    expect([...panels, "own-data"]).toEqual([...PANELS]);
    expect([...controls]).toEqual([...CONTROLS]);
    expect(complaints).toEqual([]);
  });

  it("shows only what is named", () => {
    const { panels, controls } = readParts("panels=loss,distance&controls=");
    expect([...panels]).toEqual(["distance", "loss"]);
    expect([...controls]).toEqual([]);
  });

  it("says which names it does not know", () => {
    const { controls, complaints } = readParts("controls=play,jump");
    expect([...controls]).toEqual(["play"]);
    expect(complaints).toEqual([expect.stringContaining("controls=jump was ignored")]);
  });

  it("is found wherever the site lives", () => {
    const embeds = ["/embed", "/embed/", "/embed.html", "/a/b/embed"];
    expect(embeds.map(isEmbed)).toEqual([true, true, true, true]);
    expect(["/", "/embedded", "/a/index.html"].map(isEmbed)).toEqual([false, false, false]);
  });
});
