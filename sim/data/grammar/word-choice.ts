import type { Random } from "../../contract/random.ts";
import type { Adjective, Adverbial, AdverbialRole, Noun, Verb } from "./lemma.ts";
import { fits } from "./lemma.ts";
import type { Lexicon } from "./lexicon.ts";

/** How often a word of every topic is chosen, against one of the topic itself at the same rank. */
const generalWeight = 0.35;

/**
 * Chooses words for sentences of one topic. Words of a class are ranked by how common they are, and
 * the chance of rank r among them is proportional to 1 / rᶻ (Zipf's law, z the exponent).
 */
export class WordChoice {
  readonly #nouns: readonly Weighted<Noun>[];
  readonly #verbs: readonly Weighted<Verb>[];
  readonly #adjectives: readonly Weighted<Adjective>[];
  readonly #adverbials: readonly Weighted<Adverbial>[];
  readonly #nounUrns = new Map<object, Urn<Noun>>();
  readonly #verbUrns = new Map<Noun | null, Map<Noun | null, Urn<Verb>>>();
  readonly #adjectiveUrns = new Map<Noun, Urn<Adjective>>();
  readonly #stateUrns = new Map<Noun, Urn<Adjective>>();
  readonly #adverbialUrns = new Map<string, Urn<Adverbial>>();

  constructor(lexicon: Lexicon, topic: string, zipf: number) {
    this.#nouns = ranked(lexicon.nouns, topic, zipf);
    this.#verbs = ranked(lexicon.verbs, topic, zipf);
    this.#adjectives = ranked(lexicon.adjectives, topic, zipf);
    this.#adverbials = ranked(lexicon.adverbials, topic, zipf);
  }

  /** One of the nouns with one of these tags. */
  noun(random: Random, tags: readonly string[]): Noun | null {
    const fill = () => urnOf(this.#nouns, (noun) => fits(noun, tags));
    return draw(random, remembered(this.#nounUrns, tags, fill));
  }

  /** One of the nouns that pass; `test` is a constant, by which the answer is remembered. */
  nounWhere(random: Random, test: (noun: Noun) => boolean): Noun | null {
    return draw(
      random,
      remembered(this.#nounUrns, test, () => urnOf(this.#nouns, test)),
    );
  }

  /** A verb that this noun can be the subject of, or that one an object of. */
  verb(random: Random, subject: Noun | null, object: Noun | null): Verb | null {
    const urns = remembered(this.#verbUrns, subject, () => new Map<Noun | null, Urn<Verb>>());
    const fill = () => urnOf(this.#verbs, (verb) => takes(verb, subject, object));
    return draw(random, remembered(urns, object, fill));
  }

  adjective(random: Random, noun: Noun): Adjective | null {
    const fill = () => urnOf(this.#adjectives, ({ tags }) => describes(tags, noun));
    return draw(random, remembered(this.#adjectiveUrns, noun, fill));
  }

  /** An adjective for how the noun happens to be, not for what it is: "müde". */
  state(random: Random, noun: Noun): Adjective | null {
    const fill = () =>
      urnOf(this.#adjectives, ({ tags }) => tags.has("state") && describes(tags, noun));
    return draw(random, remembered(this.#stateUrns, noun, fill));
  }

  /** An adverb of this role for one of the tenses of time, or for one of the traits of a verb. */
  adverbial(random: Random, role: AdverbialRole, use: string): Adverbial | null {
    const fill = () =>
      urnOf(this.#adverbials, (adverbial) => adverbial.role === role && adverbial.uses.has(use));
    return draw(random, remembered(this.#adverbialUrns, `${role} ${use}`, fill));
  }
}

function takes(verb: Verb, subject: Noun | null, object: Noun | null): boolean {
  if (subject !== null && !fits(subject, verb.subject)) return false;
  return object === null || verb.objects.some(({ tags }) => fits(object, tags));
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}

interface Weighted<Word> {
  readonly word: Word;
  readonly weight: number;
}

/** Words with the running sum of their weights. */
interface Urn<Word> {
  readonly words: readonly Word[];
  readonly bounds: readonly number[];
}

function ranked<Word extends { readonly topic: string }>(
  words: readonly Word[],
  topic: string,
  zipf: number,
): Weighted<Word>[] {
  const weigh = (own: string, factor: number) =>
    words
      .filter((word) => word.topic === own)
      .map((word, rank) => ({ word, weight: factor / (rank + 1) ** zipf }));
  return [...weigh(topic, 1), ...weigh("general", generalWeight)];
}

function urnOf<Word>(items: readonly Weighted<Word>[], test: (word: Word) => boolean): Urn<Word> {
  const kept = items.filter(({ word }) => test(word));
  let total = 0;
  return {
    words: kept.map(({ word }) => word),
    bounds: kept.map(({ weight }) => (total += weight)),
  };
}

function draw<Word>(random: Random, { words, bounds }: Urn<Word>): Word | null {
  const mark = random.uniform() * (bounds.at(-1) ?? 0);
  let index = 0;
  while (index < words.length && mark >= (bounds[index] ?? 0)) index++;
  return words[index] ?? null;
}

/** `!young` keeps an adjective from the nouns with that tag. */
function describes(tags: ReadonlySet<string>, noun: Noun): boolean {
  for (const tag of noun.tags) if (tags.has(`!${tag}`)) return false;
  return fits(noun, [...tags]);
}
