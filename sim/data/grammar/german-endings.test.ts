import { describe, expect, it } from "vitest";
import {
  adjectiveEnding,
  contracted,
  dativePlural,
  declineDeterminer,
  genitive,
  relativePronoun,
  type Agreement,
} from "./german-endings.ts";
import type { Case, Gender } from "./lemma.ts";

const cases: readonly Case[] = ["nominative", "accusative", "dative", "genitive"];

function down(gender: Gender | "plural", word: (of: Agreement) => string): string {
  const number = gender === "plural" ? "plural" : "singular";
  const shape = { gender: gender === "plural" ? "masculine" : gender, number } as const;
  return cases.map((grammaticalCase) => word({ ...shape, case: grammaticalCase })).join(" ");
}

describe("German endings", () => {
  it("declines the definite article by gender, number and case", () => {
    const article = (of: Agreement) => declineDeterminer("", "article", of);
    expect(down("masculine", article)).toBe("der den dem des");
    expect(down("feminine", article)).toBe("die die der der");
    expect(down("neuter", article)).toBe("das das dem des");
    expect(down("plural", article)).toBe("die die den der");
  });

  it("declines kein, and dieser, each in its own way", () => {
    expect(down("masculine", (of) => declineDeterminer("kein", "mixed", of))).toBe(
      "kein keinen keinem keines",
    );
    expect(down("neuter", (of) => declineDeterminer("dies", "strong", of))).toBe(
      "dieses dieses diesem dieses",
    );
  });

  it.each([
    ["masculine", "article", "alte alten alten alten"],
    ["feminine", "article", "alte alte alten alten"],
    ["neuter", "article", "alte alte alten alten"],
    ["plural", "article", "alten alten alten alten"],
    ["masculine", "mixed", "alter alten alten alten"],
    ["feminine", "mixed", "alte alte alten alten"],
    ["neuter", "mixed", "altes altes alten alten"],
    ["plural", "mixed", "alten alten alten alten"],
    ["masculine", "none", "alter alten altem alten"],
    ["feminine", "none", "alte alte alter alter"],
    ["neuter", "none", "altes altes altem alten"],
    ["plural", "none", "alte alte alten alter"],
  ] as const)("declines an adjective: %s after %s", (gender, behind, forms) => {
    expect(down(gender, (of) => `alt${adjectiveEnding(behind, of)}`)).toBe(forms);
  });

  it("has a relative pronoun that differs from the article only in the dative plural", () => {
    expect(down("masculine", relativePronoun)).toBe("der den dem des");
    expect(down("plural", relativePronoun)).toBe("die die denen der");
  });

  it("adds -n to a dative plural unless it ends in -n or -s", () => {
    expect(["schiffe", "gärten", "hotels", "fenster"].map(dativePlural)).toEqual([
      "schiffen",
      "gärten",
      "hotels",
      "fenstern",
    ]);
  });

  it("forms the genitive by gender and by sound", () => {
    expect(genitive("schiff", "neuter")).toBe("schiffes");
    expect(genitive("hafen", "masculine")).toBe("hafens");
    expect(genitive("haus", "neuter")).toBe("hauses");
    expect(genitive("stadt", "feminine")).toBe("stadt");
  });

  it("fuses a preposition with its article where German does", () => {
    expect(contracted("in", "dem")).toBe("im");
    expect(contracted("zu", "der")).toBe("zur");
    expect(contracted("auf", "dem")).toBeNull();
  });
});
