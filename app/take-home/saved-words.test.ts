import { expect, it } from "vitest";
import { savedWords } from "./saved-words.ts";

it("says when a file was saved, whatever the visitor’s clock, and repeats what is no date", () => {
  expect(savedWords("2026-11-24T12:20:14.302Z")).toBe("on 24 November 2026, 12:20 UTC");
  expect(savedWords("yesterday")).toBe("yesterday");
});
