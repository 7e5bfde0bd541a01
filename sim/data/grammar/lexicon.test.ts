import { describe, expect, it } from "vitest";
import { admitLemmas } from "./admit-lemmas.ts";
import { infinitive } from "./german-verb.ts";
import type { Lemma, VerbTrait } from "./lemma.ts";
import { lemmasOf, readLexicon } from "./lexicon.ts";

const lexicon = readLexicon();

function nameOf(lemma: Lemma): string {
  switch (lemma.kind) {
    case "noun":
      return lemma.german.singular;
    case "verb":
      return `${infinitive(lemma).join(" ")} = ${lemma.english.base}`;
    case "adjective":
      return lemma.german.bare;
    case "adverbial":
      return lemma.german;
  }
}

const traits: readonly VerbTrait[] = [
  "motion",
  "placed",
  "outdoor",
  "placeless",
  "still",
  "slow",
  "careful",
  "audible",
  "cheerful",
  "unwilled",
  "dass",
  "ob",
  "zu",
];

describe("the lexicon", () => {
  it("has at least three hundred lemmas in at least ten topics", () => {
    const names = new Set(lemmasOf(lexicon).map((lemma) => `${lemma.kind} ${nameOf(lemma)}`));
    expect(names.size).toBeGreaterThanOrEqual(300);
    expect(lexicon.topics.length).toBeGreaterThanOrEqual(10);
  });

  it("has no noun twice", () => {
    const names = lexicon.nouns.map(nameOf);
    expect(names).toEqual([...new Set(names)]);
  });

  it("gives every verb nouns for all its places", () => {
    const tags = new Set(["es", ...lexicon.nouns.flatMap((noun) => [...noun.tags])]);
    const lost = lexicon.verbs.flatMap((verb) => {
      const places = [verb.subject, ...verb.objects.map((slot) => slot.tags)].flat();
      return places.filter((tag) => !tags.has(tag)).map((tag) => `${nameOf(verb)}: ${tag}`);
    });
    expect(lost).toEqual([]);
  });

  it("gives every adjective nouns to describe", () => {
    const tags = new Set(["state", ...lexicon.nouns.flatMap((noun) => [...noun.tags])]);
    const lost = lexicon.adjectives.flatMap((adjective) =>
      [...adjective.tags].filter((tag) => !tags.has(tag.replace("!", ""))),
    );
    expect(lost).toEqual([]);
  });

  it("spells its traits as the grammar does", () => {
    const used = new Set(lexicon.verbs.flatMap((verb) => [...verb.traits]));
    expect([...used].filter((trait) => !traits.includes(trait))).toEqual([]);
  });
});

describe("a vocabulary cap", () => {
  it.each([128, 256, 512, 1024, 2048])("of %i keeps every topic, with something to say", (cap) => {
    const { lexicon: part, words } = admitLemmas(lexicon, cap);
    expect(words.size + 4).toBeLessThanOrEqual(cap);
    const topicsOf = (lemmas: readonly Lemma[]) => new Set(lemmas.map(({ topic }) => topic));
    expect([...topicsOf(part.nouns)]).toEqual(expect.arrayContaining([...lexicon.topics]));
    expect([...topicsOf(part.verbs)]).toEqual(expect.arrayContaining([...lexicon.topics]));
  });

  it("that admits everything uses every lemma", () => {
    const { lexicon: part } = admitLemmas(lexicon, 4096);
    expect(lemmasOf(part).map(nameOf)).toEqual(lemmasOf(lexicon).map(nameOf));
  });
});
