import { expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { createPageStore } from "../store/store.ts";
import { readAddress } from "../store/url.ts";
import { provenanceRows } from "./provenance-rows.ts";

function words(query: string, what: string): string {
  const { getState } = createPageStore(catalogue, readAddress(query, catalogue));
  return provenanceRows(getState()).find((row) => row.what === what)?.words ?? "";
}

it("gives α as PyTorch and Keras would", () => {
  expect(words("alpha=0.99", "α")).toBe(
    "0.99 of the old value is kept: momentum 0.01 in PyTorch, 0.99 in Keras.",
  );
});

it("says by what the remembered variance is divided, for methods that have the choice", () => {
  expect(words("lanes=batch-norm", "Variance")).toContain("BN remembers it divided by N − 1");
  expect(words("lanes=batch-norm&lane1.runningVariance=biased", "Variance")).toContain(
    "BN remembers it divided by N.",
  );
  expect(words("lanes=layer-norm", "Variance")).not.toContain("remembers");
});

it("names the seed, and says that a device is not open yet", () => {
  expect(words("seed=7", "Seed")).toMatch(/^7\./);
  expect(words("", "Device")).toBe("Not open yet.");
});
