import { describe, expect, it } from "vitest";
import { isAtLeast, isUpToDate } from "./installed.mjs";

const wanted = {
  packages: {
    "": {},
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/b": { version: "2.0.0", integrity: "sha512-b", optional: true },
  },
};

describe("the packages that are installed", () => {
  it("are up to date when only an optional one is missing", () => {
    const packages = { "node_modules/a": { version: "1.0.0", integrity: "sha512-a" } };
    expect(isUpToDate(wanted, { packages })).toBe(true);
  });

  it("are out of date when one is missing", () => {
    expect(isUpToDate(wanted, { packages: {} })).toBe(false);
  });

  it("are out of date when one has another version", () => {
    const packages = { "node_modules/a": { version: "1.0.1", integrity: "sha512-a" } };
    expect(isUpToDate(wanted, { packages })).toBe(false);
  });
});

describe("the version of Node", () => {
  it.each([
    ["v20.19.0", true],
    ["v20.18.3", false],
    ["v22.0.0", true],
    ["v18.99.0", false],
  ])("%s suits: %s", (version, suits) => {
    expect(isAtLeast(version, "20.19")).toBe(suits);
  });
});
