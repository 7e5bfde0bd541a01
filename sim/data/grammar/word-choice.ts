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
  /** The lists that were asked for, by what they were asked for. */
  readonly #lists = new Map<string, Urn<unknown>>();

  constructor(lexicon: Lexicon, topic: string, zipf: number) {
    this.#nouns = ranked(lexicon.nouns, topic, zipf);
    this.#verbs = ranked(lexicon.verbs, topic, zipf);
    this.#adjectives = ranked(lexicon.adjectives, topic, zipf);
    this.#adverbials = ranked(lexicon.adverbials, topic, zipf);
  }

  noun(random: Random, tags: readonly string[]): Noun | null {
    return this.#draw(random, `noun ${tags.join(" ")}`, this.#nouns, (noun) => fits(noun, tags));
  }

  nounWhere(random: Random, key: string, test: (noun: Noun) => boolean): Noun | null {
    return this.#draw(random, `nounWhere ${key}`, this.#nouns, test);
  }

  verbWhere(random: Random, key: string, test: (verb: Verb) => boolean): Verb | null {
    return this.#draw(random, `verb ${key}`, this.#verbs, test);
  }

  adjective(random: Random, noun: Noun): Adjective | null {
    const key = `adjective ${noun.german.singular}`;
    return this.#draw(random, key, this.#adjectives, ({ tags }) => describes(tags, noun));
  }

  /** An adjective for how the noun happens to be, not for what it is: "müde". */
  state(random: Random, noun: Noun): Adjective | null {
    const key = `state ${noun.german.singular}`;
    return this.#draw(
      random,
      key,
      this.#adjectives,
      ({ tags }) => tags.has("state") && describes(tags, noun),
    );
  }

  adverbial(random: Random, role: AdverbialRole, tense: string): Adverbial | null {
    return this.#draw(
      random,
      `${role} ${tense}`,
      this.#adverbials,
      (adverbial) => adverbial.role === role && (role === "manner" || adverbial.tenses.has(tense)),
    );
  }

  #draw<Word>(
    random: Random,
    key: string,
    words: readonly Weighted<Word>[],
    test: (word: Word) => boolean,
  ): Word | null {
    // The key names the class, so the list it leads to holds words of that class.
    let urn = this.#lists.get(key) as Urn<Word> | undefined;
    if (urn === undefined) {
      urn = fill(words.filter(({ word }) => test(word)));
      this.#lists.set(key, urn);
    }
    return urn.draw(random);
  }
}

interface Weighted<Word> {
  readonly word: Word;
  readonly weight: number;
}

interface Urn<Word> {
  draw(random: Random): Word | null;
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

function fill<Word>(items: readonly Weighted<Word>[]): Urn<Word> {
  let total = 0;
  const bounds = items.map(({ weight }) => (total += weight));
  return {
    draw(random) {
      const mark = random.uniform() * total;
      const index = bounds.findIndex((bound) => mark < bound);
      return items[index]?.word ?? null;
    },
  };
}

/** `!young` keeps an adjective from the nouns with that tag. */
function describes(tags: ReadonlySet<string>, noun: Noun): boolean {
  for (const tag of noun.tags) if (tags.has(`!${tag}`)) return false;
  return fits(noun, [...tags]);
}
