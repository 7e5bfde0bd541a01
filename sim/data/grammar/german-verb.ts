import type { GrammaticalNumber, Tense, Verb } from "./lemma.ts";
import type { Modal } from "./sentence.ts";

interface Forms {
  readonly singular: string;
  readonly plural: string;
}

const auxiliaries: Readonly<Record<"haben" | "sein" | "werden", Forms>> = {
  haben: { singular: "hat", plural: "haben" },
  sein: { singular: "ist", plural: "sind" },
  werden: { singular: "wird", plural: "werden" },
};

const was: Forms = { singular: "war", plural: "waren" };

/** "gern" is no verb in German: it is said with an adverb, and only English uses "like to". */
const germanModals: Readonly<
  Record<Exclude<Modal, "gern">, { readonly present: Forms; readonly past: Forms }>
> = {
  können: modal("kann", "können", "konnte"),
  müssen: modal("muss", "müssen", "musste"),
  wollen: modal("will", "wollen", "wollte"),
  sollen: modal("soll", "sollen", "sollte"),
  dürfen: modal("darf", "dürfen", "durfte"),
};

function modal(singular: string, plural: string, past: string) {
  return { present: { singular, plural }, past: { singular: past, plural: `${past}n` } };
}

/** The part that agrees with the subject, and what waits at the end of a main clause. */
export interface VerbGroup {
  readonly finite: string;
  readonly end: readonly string[];
  /** Written before the finite verb, joined to it, when that stands last: "ab" of "abfährt". */
  readonly prefix: string | null;
}

export interface Inflection {
  readonly tense: Tense;
  readonly modal: Modal | null;
  readonly number: GrammaticalNumber;
}

/** "fährt … ab", "ist … abgefahren", "wird … abfahren", "kann … abfahren". */
export function germanVerbGroup(verb: Verb, { tense, modal, number }: Inflection): VerbGroup {
  const { prefix, joined, stem, thirdPerson, participle, auxiliary } = verb.german;
  if (modal !== null && modal !== "gern") {
    const forms = tense === "past" ? germanModals[modal].past : germanModals[modal].present;
    return { finite: forms[number], end: infinitive(verb), prefix: null };
  }
  switch (tense) {
    case "present": {
      const finite = number === "plural" ? stem : thirdPerson;
      if (prefix === "") return { finite, end: [], prefix: null };
      return { finite, end: [prefix], prefix: joined ? prefix : `${prefix} ` };
    }
    case "past": {
      const loose = joined || prefix === "" ? [] : [prefix];
      return { finite: auxiliaries[auxiliary][number], end: [...loose, participle], prefix: null };
    }
    case "future":
      return { finite: auxiliaries.werden[number], end: infinitive(verb), prefix: null };
  }
}

/** "schlafen", "abfahren", "fußball spielen" */
export function infinitive(verb: Verb): string[] {
  const { prefix, joined, stem } = verb.german;
  if (prefix === "") return [stem];
  return joined ? [prefix + stem] : [prefix, stem];
}

/** "zu schlafen", "abzufahren", "fußball zu spielen" */
export function zuInfinitive(verb: Verb): string[] {
  const { prefix, joined, stem } = verb.german;
  if (prefix === "") return ["zu", stem];
  return joined ? [`${prefix}zu${stem}`] : [prefix, "zu", stem];
}

/** "ist … alt", "war … alt", "wird … alt sein". */
export function germanCopula(tense: Tense, number: GrammaticalNumber): VerbGroup {
  switch (tense) {
    case "present":
      return { finite: auxiliaries.sein[number], end: [], prefix: null };
    case "past":
      return { finite: was[number], end: [], prefix: null };
    case "future":
      return { finite: auxiliaries.werden[number], end: ["sein"], prefix: null };
  }
}

/** "es gibt", "es gab", "es wird … geben". */
export function germanExistence(tense: Tense): VerbGroup {
  if (tense === "future") return { finite: "wird", end: ["geben"], prefix: null };
  return { finite: tense === "past" ? "gab" : "gibt", end: [], prefix: null };
}
