/** The dictionary entries of the German→English grammar. A tag is a meaning: `person`, `food`, `ship`. */

export type Gender = "masculine" | "feminine" | "neuter";
export type Case = "nominative" | "accusative" | "dative" | "genitive";
export type GrammaticalNumber = "singular" | "plural";
export type Tense = "present" | "past" | "future";

/** A preposition that places a noun: "im hafen", "in the harbour". */
export interface Placing {
  readonly german: string;
  readonly english: string;
}

export interface Noun {
  readonly kind: "noun";
  readonly topic: string;
  readonly gender: Gender;
  readonly german: {
    readonly singular: string;
    /** Accusative and dative singular: "den matrosen"; for most nouns the same as `singular`. */
    readonly oblique: string;
    readonly genitive: string;
    /** Null for a mass noun: "milch". */
    readonly plural: string | null;
  };
  readonly english: { readonly singular: string; readonly plural: string };
  readonly tags: ReadonlySet<string>;
  /** There is only one, so it is always "the": "die sonne". */
  readonly unique: boolean;
  /** Tags of what this noun is a part or a leader of: the captain of a ship. */
  readonly of: readonly string[];
  readonly location: Placing | null;
  readonly direction: Placing | null;
}

export type ObjectRole = "dative" | "accusative" | "prepositional";

/** One place in a verb's frame: its case, and the tags of the nouns that fit. */
export interface ObjectSlot {
  readonly role: ObjectRole;
  readonly tags: readonly string[];
  readonly optional: boolean;
  /** Only for `prepositional`: "auf" with the accusative is "for" after "wait". */
  readonly preposition: {
    readonly german: string;
    readonly case: Case;
    readonly english: string;
  } | null;
}

export type VerbTrait =
  /** Goes somewhere: "in den hafen". */
  | "motion"
  /** Wants a place: "wohnt im haus". */
  | "placed"
  /** Is done under the sky: "landen". */
  | "outdoor"
  /** Takes no place: "kennt". */
  | "placeless"
  /** Says how something is rather than what someone does: "kennt", "braucht". */
  | "still"
  /** Can be done slowly or fast, carefully, quietly or loudly, cheerfully. */
  | "slow"
  | "careful"
  | "audible"
  | "cheerful"
  /** Happens to someone, so nobody wants or has to: "niesen". */
  | "unwilled"
  /** Introduces "dass". */
  | "dass"
  /** Introduces "ob". */
  | "ob"
  /** Introduces an infinitive with "zu". */
  | "zu";

export interface Verb {
  readonly kind: "verb";
  readonly topic: string;
  readonly german: {
    /** "ab" of "abfahren", "fußball" of "fußball spielen"; empty for most verbs. */
    readonly prefix: string;
    /** Whether the prefix is written as one word with the verb when it stands before it. */
    readonly joined: boolean;
    /** The infinitive without its prefix, which is also the plural of the present. */
    readonly stem: string;
    readonly thirdPerson: string;
    readonly participle: string;
    readonly auxiliary: "haben" | "sein";
  };
  readonly english: {
    readonly base: string;
    readonly thirdPerson: string;
    readonly past: string;
    /** What follows the inflected word at once: "in" of "haul in". */
    readonly particle: string;
  };
  /** Tags of its subjects; `es` alone marks the verbs of the weather. */
  readonly subject: readonly string[];
  readonly objects: readonly ObjectSlot[];
  readonly traits: ReadonlySet<VerbTrait>;
}

export interface Adjective {
  readonly kind: "adjective";
  readonly topic: string;
  /** "teuer" has the stem "teur" when it takes an ending. */
  readonly german: { readonly bare: string; readonly stem: string };
  readonly english: string;
  /** English order of adjectives: opinion 0, size 1, quality 2, age 3, colour 4. */
  readonly order: number;
  readonly tags: ReadonlySet<string>;
}

export type AdverbialRole = "time" | "frequency" | "manner";

export interface Adverbial {
  readonly kind: "adverbial";
  readonly topic: string;
  readonly role: AdverbialRole;
  readonly german: string;
  readonly english: string;
  /** The tenses it goes with; for an adverb of manner, traits of verbs. */
  readonly uses: ReadonlySet<string>;
}

export type Lemma = Noun | Verb | Adjective | Adverbial;

export function fits(noun: Noun, tags: readonly string[]): boolean {
  return tags.some((tag) => noun.tags.has(tag));
}
