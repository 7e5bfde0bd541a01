import { constructionsUnder, functionWords, type Constructions } from "./constructions.ts";
import { formsOf } from "./lemma-forms.ts";
import { fits, type Lemma, type Noun, type Verb } from "./lemma.ts";
import { lemmasOf, only, type Lexicon } from "./lexicon.ts";

/** A part of the lexicon whose every word form fits under a cap. */
export interface Admission {
  readonly lexicon: Lexicon;
  readonly constructions: Constructions;
  /** Everything a sentence can contain. */
  readonly words: ReadonlySet<string>;
}

const specialTokens = 4;

/**
 * Admits lemmas in rounds: each round gives each topic its next nouns, a verb that they can be used
 * with, and an adjective, the commonest first, as long as all their forms fit.
 */
export function admitLemmas(whole: Lexicon, cap: number): Admission {
  const constructions = constructionsUnder(cap);
  const words = functionWords(constructions);
  const admitted = new Set<Lemma>();
  const shelves = [...whole.topics, "general"].map((topic) => shelfOf(whole, topic, constructions));
  const admit = (lemma: Lemma | undefined) => {
    if (lemma === undefined) return;
    const fresh = formsOf(lemma, constructions).filter((form) => !words.has(form));
    if (words.size + fresh.length + specialTokens > cap) return;
    for (const form of fresh) words.add(form);
    admitted.add(lemma);
  };
  for (let round = 0; shelves.some(isOpen); round++) {
    for (const { nouns } of shelves) for (const noun of nouns.splice(0, 2)) admit(noun);
    const before = admitted.size;
    for (const shelf of shelves) admit(takeUsable(shelf, admitted));
    for (const { topic, others } of shelves) {
      // An adjective or adverb of every topic serves twelve times.
      const share = topic === "general" ? 6 : round % 2;
      for (const other of others.splice(0, share)) admit(other);
    }
    // What no noun that is left can ever make usable.
    if (shelves.every(({ nouns }) => nouns.length === 0) && admitted.size === before)
      for (const shelf of shelves) shelf.verbs.length = 0;
  }
  return { lexicon: only(whole, admitted), constructions, words };
}

interface Shelf {
  readonly topic: string;
  readonly nouns: Noun[];
  readonly verbs: Verb[];
  readonly others: Lemma[];
}

function isOpen({ nouns, verbs, others }: Shelf): boolean {
  return nouns.length + verbs.length + others.length > 0;
}

function shelfOf(whole: Lexicon, topic: string, allowed: Constructions): Shelf {
  const here = lemmasOf(whole).filter((lemma) => lemma.topic === topic);
  return {
    topic,
    nouns: here.filter((lemma) => lemma.kind === "noun"),
    verbs: here.filter((lemma) => lemma.kind === "verb" && isSayable(lemma, allowed)) as Verb[],
    others: alternate(
      here.filter(({ kind }) => kind === "adjective"),
      here.filter(({ kind }) => kind === "adverbial"),
    ).filter((lemma) => isAllowed(lemma, allowed)),
  };
}

/** A verb that only introduces clauses needs those clauses. */
function isSayable({ traits, objects }: Verb, allowed: Constructions): boolean {
  if (objects.length > 0) return true;
  if (traits.has("dass") || traits.has("ob")) return allowed.has("complements");
  if (traits.has("placed")) return allowed.has("places");
  return !traits.has("zu") || allowed.has("infinitives");
}

function isAllowed(lemma: Lemma, allowed: Constructions): boolean {
  if (lemma.kind === "adjective") return allowed.has("copula");
  if (lemma.kind !== "adverbial") return false;
  const { role, uses } = lemma;
  if (role !== "time" || uses.has("present")) return true;
  return (uses.has("past") && allowed.has("past")) || (uses.has("future") && allowed.has("future"));
}

/** The commonest verb of the topic that has a subject and all its objects among the admitted nouns. */
function takeUsable({ topic, verbs }: Shelf, admitted: ReadonlySet<Lemma>): Verb | undefined {
  const nouns = [...admitted].filter(
    (lemma): lemma is Noun =>
      lemma.kind === "noun" && (topic === "general" || [topic, "general"].includes(lemma.topic)),
  );
  const has = (tags: readonly string[]) => nouns.some((noun) => fits(noun, tags));
  const index = verbs.findIndex(
    ({ subject, objects }) =>
      (subject.includes("es") || has(subject)) &&
      objects.every(({ optional, tags }) => optional || has(tags)),
  );
  return index < 0 ? undefined : verbs.splice(index, 1)[0];
}

function alternate<Item>(a: readonly Item[], b: readonly Item[]): Item[] {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i) => [...a.slice(i, i + 1), ...b.slice(i, i + 1)]).flat();
}
