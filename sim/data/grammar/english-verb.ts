import type { GrammaticalNumber, Tense } from "./lemma.ts";
import type { Modal } from "./sentence.ts";

export interface EnglishVerb {
  readonly base: string;
  readonly thirdPerson: string;
  readonly past: string;
}

export interface Manner {
  readonly tense: Tense;
  readonly modal: Modal | null;
  readonly negated: boolean;
  readonly number: GrammaticalNumber;
  /** "often", which stands before the full verb and after "is". */
  readonly frequency: string | null;
}

/** "sleeps", "does not sleep", "will not sleep", "wants to sleep". */
export function englishVerbGroup(verb: EnglishVerb, manner: Manner): string[] {
  const { tense, modal, negated, number } = manner;
  const often = manner.frequency === null ? [] : [manner.frequency];
  if (modal !== null) return [...modalGroup(modal, manner), verb.base];
  if (tense === "future") return ["will", ...not(negated), ...often, verb.base];
  if (negated) return [...doNot(tense, number), ...often, verb.base];
  if (tense === "past") return [...often, verb.past];
  return [...often, number === "singular" ? verb.thirdPerson : verb.base];
}

/** "is not often", to be followed by what the subject is. */
export function englishCopula({ tense, negated, number, frequency }: Manner): string[] {
  const rest = [...not(negated), ...(frequency === null ? [] : [frequency])];
  const singular = number === "singular";
  switch (tense) {
    case "present":
      return [singular ? "is" : "are", ...rest];
    case "past":
      return [singular ? "was" : "were", ...rest];
    case "future":
      return ["will", ...rest, "be"];
  }
}

/** "wants to", "does not have to", "must not": what stands before the infinitive. */
function modalGroup(modal: Modal, { tense, negated, number }: Manner): string[] {
  switch (modal) {
    case "können":
      if (tense === "past") return ["could", ...not(negated)];
      return [negated ? "cannot" : "can"];
    case "müssen":
      if (tense === "present" && !negated) return ["must"];
      return [...englishVerbGroup(have, plain(tense, negated, number)), "to"];
    case "wollen":
      return [...englishVerbGroup(want, plain(tense, negated, number)), "to"];
    case "gern":
      return [...englishVerbGroup(like, plain(tense, negated, number)), "to"];
    case "sollen":
      return ["should", ...not(negated)];
    case "dürfen":
      return negated ? ["must", "not"] : ["may"];
  }
}

const have: EnglishVerb = { base: "have", thirdPerson: "has", past: "had" };
const want: EnglishVerb = { base: "want", thirdPerson: "wants", past: "wanted" };
const like: EnglishVerb = { base: "like", thirdPerson: "likes", past: "liked" };

function plain(tense: Tense, negated: boolean, number: GrammaticalNumber): Manner {
  return { tense, negated, number, modal: null, frequency: null };
}

function doNot(tense: Tense, number: GrammaticalNumber): string[] {
  if (tense === "past") return ["did", "not"];
  return [number === "singular" ? "does" : "do", "not"];
}

function not(negated: boolean): string[] {
  return negated ? ["not"] : [];
}
