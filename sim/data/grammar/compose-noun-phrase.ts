import type { Random } from "../../contract/random.ts";
import type { Constructions } from "./constructions.ts";
import type { Gender, GrammaticalNumber, Lemma, Noun } from "./lemma.ts";
import type { Determiner, Nominal, NounPhrase, Pronoun } from "./sentence.ts";
import type { WordChoice } from "./word-choice.ts";

/** What every part of the composer needs. */
export interface Composer {
  readonly random: Random;
  readonly words: WordChoice;
  readonly allowed: Constructions;
  /** Words of the sentence so far, which it rather does not repeat. */
  readonly mentioned: Set<Lemma>;
}

/** Draws a word that the sentence does not have yet, or after some tries one that it has. */
export function fresh<Word extends Lemma>(
  { mentioned }: Composer,
  draw: () => Word | null,
): Word | null {
  let word = draw();
  for (let tries = 0; word !== null && mentioned.has(word) && tries < 6; tries++) word = draw();
  return word;
}

/** Where a noun phrase stands, which limits its determiner. */
export interface Setting {
  readonly as: "subject" | "object" | "place" | "companion";
  /** Whose "sein" or "ihr" an object may be. */
  readonly owner: Nominal | null;
}

const subjectSetting: Setting = { as: "subject", owner: null };

export function composeNounPhrase(
  composer: Composer,
  noun: Noun,
  setting: Setting = subjectSetting,
): NounPhrase {
  const number = composeNumber(composer, noun, setting);
  return bare(noun, number, composeDeterminer(composer, noun, number, setting));
}

export function bare(noun: Noun, number: GrammaticalNumber, determiner: Determiner): NounPhrase {
  return {
    kind: "noun",
    noun,
    number,
    determiner,
    adjectives: [],
    very: false,
    genitive: null,
    wearing: null,
    relative: null,
  };
}

function composeNumber(
  { random, allowed }: Composer,
  noun: Noun,
  { as }: Setting,
): GrammaticalNumber {
  const can = allowed.has("plural") && noun.german.plural !== null && !noun.unique;
  return can && as !== "place" && random.uniform() < 0.25 ? "plural" : "singular";
}

function composeDeterminer(
  { random, allowed }: Composer,
  noun: Noun,
  number: GrammaticalNumber,
  { as, owner }: Setting,
): Determiner {
  if (noun.unique || as === "place") return "definite";
  const isMass = noun.german.plural === null;
  if (isMass) return as === "object" && random.uniform() < 0.4 ? "none" : "definite";
  const options: [Determiner, number][] = [["definite", 10]];
  // "a mother" would be a mother of no one.
  const isRelation = noun.tags.has("relation");
  if (!isRelation) options.push(["indefinite", as === "companion" ? 2 : 4]);
  if (allowed.has("possessives") && (noun.tags.has("own") || noun.tags.has("kin"))) {
    options.push(["mein", 1], ["unser", 1]);
    const possessive = owner === null ? null : possessiveOf(owner);
    if (possessive !== null) options.push([possessive, 5]);
  }
  if (allowed.has("demonstratives") && !isRelation) options.push(["dieser", 1]);
  if (allowed.has("quantities") && !isRelation) {
    if (number === "plural") options.push(["zwei", 1], ["drei", 1], ["viele", 1], ["einige", 1]);
    else if (as === "subject") options.push(["jeder", 1]);
  }
  if (allowed.has("negation") && as === "subject" && !isRelation) options.push(["kein", 0.5]);
  return weighted(random, options);
}

/** "sein" of a man, "ihr" of a woman or of several; nobody can tell whose a child's is in English. */
function possessiveOf(owner: Nominal): Determiner | null {
  const pronoun = pronounFor(owner);
  if (pronoun === null) return null;
  if (pronoun.word === "they") return "their";
  if (pronoun.word === "wir") return "unser";
  if (!pronoun.person) return null;
  return pronoun.word === "er" ? "sein" : "ihr";
}

const pronounWords: Readonly<Record<Gender, "er" | "sie" | "es">> = {
  masculine: "er",
  feminine: "sie",
  neuter: "es",
};

/** The pronoun that takes up a subject again; null where none is clear in both languages. */
export function pronounFor(nominal: Nominal): Pronoun | null {
  switch (nominal.kind) {
    case "gap":
      return null;
    case "pronoun":
      return nominal.word === "es" ? null : nominal;
    case "pair":
      return { kind: "pronoun", word: "they", person: false };
    case "noun": {
      const { noun, number, determiner } = nominal;
      if (determiner === "kein" || determiner === "jeder") return null;
      const person = noun.tags.has("person");
      if (number === "plural") return { kind: "pronoun", word: "they", person };
      if (noun.gender === "neuter" && person) return null;
      return { kind: "pronoun", word: pronounWords[noun.gender], person };
    }
  }
}

export function weighted<Option>(
  random: Random,
  options: readonly (readonly [Option, number])[],
): Option {
  const total = options.reduce((sum, [, weight]) => sum + weight, 0);
  let mark = random.uniform() * total;
  for (const [option, weight] of options) {
    mark -= weight;
    if (mark < 0) return option;
  }
  throw new Error("weighted: there is nothing to choose from");
}

/** Adjectives that "sehr" does not go with; neither does it with colours. */
export const ungraded: ReadonlySet<string> = new Set(["gebrochen", "wild", "wunderbar", "rund"]);
