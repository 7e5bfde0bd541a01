import { expect, it } from "vitest";
import { presets } from "../../sim/presets.ts";
import { presenterKey } from "./scenes.ts";

it("takes a number for the preset at that place, and none for a number beyond them", () => {
  expect(presenterKey("1", presets)).toEqual({ kind: "scene", preset: presets[0] });
  expect(presenterKey("2", presets.slice(0, 1))).toBeNull();
  expect(presenterKey("0", presets)).toBeNull();
});

it("darkens the screen on the keys that slide programs use, and leaves all others alone", () => {
  for (const key of ["b", "B", "."]) expect(presenterKey(key, presets)).toEqual({ kind: "dark" });
  for (const key of ["a", "Enter", "12", " "]) expect(presenterKey(key, presets)).toBeNull();
});
