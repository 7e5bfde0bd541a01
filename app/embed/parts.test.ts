import { describe, expect, it } from "vitest";
import { arrangementOf, CONTROLS, PANELS, readParts } from "./parts.ts";

describe("an embedding", () => {
  it("shows the usual parts unless its address says otherwise, and takes in no files", () => {
    const { panels, controls, locked, complaints } = readParts("");
    expect(PANELS.filter((name) => !panels.has(name))).toEqual(["method", "figure", "own-data"]);
    expect(CONTROLS.filter((name) => !controls.has(name))).toEqual(["seed"]);
    expect([...locked]).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("shows only what is named", () => {
    const { panels, controls } = readParts("panels=loss,distance&controls=");
    expect([...panels]).toEqual(["distance", "loss"]);
    expect([...controls]).toEqual([]);
  });

  it("shows what is locked, and only locks that", () => {
    const parts = readParts("controls=play&locked=lanes,rate");
    expect([...parts.controls]).toEqual(["play", "lanes", "rate"]);
    const { hidden, locked } = arrangementOf(parts);
    expect([...locked]).toEqual(["lanes", "rate"]);
    expect(CONTROLS.filter((name) => !hidden.has(name))).toEqual(["play", "lanes", "rate"]);
  });

  it("says which names it does not know", () => {
    const { controls, complaints } = readParts("controls=play,jump");
    expect([...controls]).toEqual(["play"]);
    expect(complaints).toEqual([expect.stringContaining("controls=jump was ignored")]);
  });
});
