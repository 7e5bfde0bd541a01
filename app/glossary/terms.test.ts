import { expect, it } from "vitest";
import { terms, termOf } from "./terms.ts";

it("has every term once, each with a definition that is a sentence and a source", () => {
  const ids = terms.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { definition, source } of terms) {
    expect(definition).toMatch(/^[A-Z].*\.$/s);
    expect(source.words).not.toBe("");
  }
});

it("throws for a term that it does not have, naming it", () => {
  expect(() => termOf("colour")).toThrow('"colour"');
});
