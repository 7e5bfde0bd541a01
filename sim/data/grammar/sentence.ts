import type {
  Adjective,
  Adverbial,
  GrammaticalNumber,
  Noun,
  Placing,
  Tense,
  Verb,
} from "./lemma.ts";

/**
 * What a sentence says, before it is said in either language. The composer grows such a tree piece
 * by piece, so its nodes can be changed; the two languages only read it.
 */
export interface Sentence {
  readonly main: Clause;
  /** Further main clauses. */
  readonly more: { readonly connective: Connective; readonly clause: Clause }[];
}

export type Connective = "und" | "aber" | "denn";
export type Conjunction = "weil" | "obwohl" | "wenn" | "während" | "bevor" | "als";
export type Modal = "können" | "müssen" | "wollen" | "sollen" | "dürfen" | "gern";

export interface Clause {
  subject: Nominal;
  predicate: Predicate;
  tense: Tense;
  modal: Modal | null;
  negated: boolean;
  time: Adverbial | null;
  frequency: Adverbial | null;
  manner: Adverbial | null;
  place: Place | null;
  companion: Companion | null;
  /** What stands before the German verb in a main clause. */
  front: "subject" | "time" | "place" | "object";
  /** A second predicate of the same subject: "… und isst das brot". */
  also: VerbPredicate | null;
  subordinate: Subordinate | null;
}

export type Predicate = VerbPredicate | CopulaPredicate | ExistencePredicate;

export interface VerbPredicate {
  readonly kind: "verb";
  readonly verb: Verb;
  readonly objects: readonly VerbObject[];
  complement: Complement | null;
}

export interface VerbObject {
  readonly slot: Verb["objects"][number];
  nominal: Nominal;
}

/** "ist sehr alt" */
export interface CopulaPredicate {
  readonly kind: "copula";
  readonly adjective: Adjective;
  very: boolean;
}

/** "es gibt ein schiff" → "there is a ship" */
export interface ExistencePredicate {
  readonly kind: "existence";
  readonly thing: NounPhrase;
}

export type Complement =
  | { readonly kind: "dass" | "ob"; readonly clause: Clause }
  /** "versucht , das boot zu reparieren", and with `purpose` "um das boot zu reparieren". */
  | { readonly kind: "infinitive"; readonly purpose: boolean; readonly predicate: VerbPredicate };

export interface Subordinate {
  readonly conjunction: Conjunction;
  readonly clause: Clause;
  readonly first: boolean;
}

export interface Place {
  readonly placing: Placing;
  readonly goal: boolean;
  readonly nominal: NounPhrase;
}

/** "mit dem freund", "ohne den freund", "für den freund" */
export interface Companion {
  readonly preposition: "mit" | "ohne" | "für";
  readonly nominal: NounPhrase;
}

export type Determiner =
  | "definite"
  | "indefinite"
  | "none"
  | "dieser"
  | "jeder"
  | "kein"
  | "mein"
  | "unser"
  | "sein"
  | "ihr"
  | "their"
  | "zwei"
  | "drei"
  | "viele"
  | "einige";

export interface NounPhrase {
  readonly kind: "noun";
  readonly noun: Noun;
  readonly number: GrammaticalNumber;
  determiner: Determiner;
  readonly adjectives: Adjective[];
  /** "sehr" before the first adjective. */
  very: boolean;
  /** "des schiffes" */
  genitive: NounPhrase | null;
  /** "mit dem hut" */
  wearing: NounPhrase | null;
  relative: Relative | null;
}

/** A clause with a gap where the noun would stand. */
export interface Relative {
  readonly clause: Clause;
  readonly gap: "subject" | "object";
}

export type PronounWord = "er" | "sie" | "es" | "they" | "wir";

export interface Pronoun {
  readonly kind: "pronoun";
  readonly word: PronounWord;
  /** "er" is "it" for a ship. */
  readonly person: boolean;
}

/** "der hund und die katze" */
export interface Pair {
  readonly kind: "pair";
  readonly first: NounPhrase;
  readonly second: NounPhrase;
}

/** Where the noun of a relative clause would stand: nothing is said, but the verb agrees with it. */
export interface Gap {
  readonly kind: "gap";
  readonly number: GrammaticalNumber;
}

export type Nominal = NounPhrase | Pronoun | Pair | Gap;

export function numberOf(nominal: Nominal): GrammaticalNumber {
  switch (nominal.kind) {
    case "pair":
      return "plural";
    case "pronoun":
      return nominal.word === "they" || nominal.word === "wir" ? "plural" : "singular";
    case "noun":
    case "gap":
      return nominal.number;
  }
}
