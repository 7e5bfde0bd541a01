import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { VERSION } from "../version.ts";
import { BIBTEX } from "./bibtex.ts";

it("says in BibTeX what CITATION.cff says", () => {
  const cff = readFileSync("CITATION.cff", "utf8");
  const said = (key: string): string => new RegExp(`${key}\\s*[=:] (.+)`).exec(cff)?.[1] ?? "";
  const title = said("title").replaceAll('"', "");
  for (const words of [title, said("- name"), said("license"), VERSION])
    expect(BIBTEX).toContain(words);
  expect(said("\nversion")).toBe(VERSION);
  expect(BIBTEX).toContain(said("date-released").slice(0, 4));
});
