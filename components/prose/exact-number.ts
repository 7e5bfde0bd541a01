import { numberParts, partsText } from "./format.ts";
import type { NumberParts } from "./format.ts";

/** So that what is worked out by hand from what is shown agrees with what is shown, but for the last digit. */
const DIGITS = 6;

/** A number that somebody may calculate with: six significant digits. */
export function exactParts(value: number): NumberParts {
  return numberParts(value, { digits: DIGITS });
}

export function exactNumber(value: number): string {
  return partsText(exactParts(value));
}
