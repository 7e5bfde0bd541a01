import { expect, it } from "vitest";
import { indefiniteArticle, pastTense, pluralNoun, thirdPerson } from "./english-endings.ts";

it("forms regular plurals", () => {
  const words = ["ship", "box", "city", "boy", "match"];
  expect(words.map(pluralNoun)).toEqual(["ships", "boxes", "cities", "boys", "matches"]);
});

it("forms the third person", () => {
  const words = ["sleep", "catch", "carry", "play", "go"];
  expect(words.map(thirdPerson)).toEqual(["sleeps", "catches", "carries", "plays", "goes"]);
});

it("forms regular pasts, doubling the last letter of a short stem", () => {
  const words = ["cook", "bake", "carry", "stop", "play", "load", "hug"];
  expect(words.map(pastTense)).toEqual([
    "cooked",
    "baked",
    "carried",
    "stopped",
    "played",
    "loaded",
    "hugged",
  ]);
});

it("chooses a or an by sound", () => {
  const words = ["old", "uniform", "apple", "honest", "harbour", "orchestra"];
  expect(words.map(indefiniteArticle)).toEqual(["an", "a", "an", "an", "a", "an"]);
});
