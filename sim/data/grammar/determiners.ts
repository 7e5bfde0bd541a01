import type { Declension } from "./german-endings.ts";
import type { Determiner } from "./sentence.ts";

export interface DeterminerForms {
  readonly german: string;
  readonly declension: Declension;
  /** What the adjectives behind it decline like. */
  readonly behind: Declension;
  /** "a" also stands for "an". */
  readonly english: { readonly singular: string; readonly plural: string };
}

export const determiners: Readonly<Record<Determiner, DeterminerForms>> = {
  definite: forms("", "article", "article", "the", "the"),
  indefinite: forms("ein", "mixed", "mixed", "a", ""),
  none: forms("", "none", "none", "", ""),
  dieser: forms("dies", "strong", "strong", "this", "these"),
  jeder: forms("jed", "strong", "strong", "every", ""),
  kein: forms("kein", "mixed", "mixed", "no", "no"),
  mein: forms("mein", "mixed", "mixed", "my", "my"),
  unser: forms("unser", "mixed", "mixed", "our", "our"),
  sein: forms("sein", "mixed", "mixed", "his", "his"),
  ihr: forms("ihr", "mixed", "mixed", "her", "her"),
  their: forms("ihr", "mixed", "mixed", "their", "their"),
  zwei: forms("zwei", "none", "none", "", "two"),
  drei: forms("drei", "none", "none", "", "three"),
  viele: forms("viel", "strong", "none", "", "many"),
  einige: forms("einig", "strong", "none", "", "some"),
};

function forms(
  german: string,
  declension: Declension,
  behind: Declension,
  ...[singular, plural]: readonly [string, string]
): DeterminerForms {
  return { german, declension, behind, english: { singular, plural } };
}
