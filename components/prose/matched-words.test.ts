import { describe, expect, it } from "vitest";
import { matchedWords } from "./matched-words.ts";

function marked(sentence: string, reference: string): string {
  return matchedWords(sentence, reference)
    .map(({ text, isMatched }) => (isMatched ? `[${text}]` : text))
    .join(" ");
}

describe("the words that match a reference", () => {
  it.each([
    ["a dog sees the cat .", "a dog sees the cat .", "[a dog sees the cat .]"],
    ["the the the .", "the cat sleeps .", "[the] the the [.]"],
    ["cat the", "the cat", "[cat] the"],
    ["a big dog saw a cat .", "the big old dog sees a cat .", "a [big dog] saw [a cat .]"],
    ["b x a c", "a b c", "[b] x a [c]"],
    ["x a b", "a b x", "x [a b]"],
    ["nothing of it", "a dog .", "nothing of it"],
    ["", "a dog .", ""],
  ])("of “%s” beside “%s” are %s", (sentence, reference, expected) => {
    expect(marked(sentence, reference)).toBe(expected);
  });

  it("are never more than the reference has, and all words are kept", () => {
    const sentence = "the the dog dog sleeps sleeps";
    const pieces = matchedWords(sentence, "the dog sleeps");
    expect(pieces.map(({ text }) => text).join(" ")).toBe(sentence);
    const count = pieces
      .filter(({ isMatched }) => isMatched)
      .flatMap(({ text }) => text.split(" "));
    expect(count).toHaveLength(3);
  });
});
