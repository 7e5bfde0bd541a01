import type { PairedDifference } from "./paired-difference.ts";

/** How many decimals a difference is written with: as many as show the first two digits of its interval's width. */
export function decimalsFor({ low, high }: Pick<PairedDifference, "low" | "high">): number {
  const width = high - low;
  if (!(width > 0)) return 2;
  return Math.min(5, Math.max(0, 1 - Math.floor(Math.log10(width))));
}

/** A minus that is as wide as a plus, and never before a zero. */
export function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}

/** “−0.25 to −0.01” */
export function intervalWords(difference: PairedDifference): string {
  const decimals = decimalsFor(difference);
  return `${signed(difference.low, decimals)} to ${signed(difference.high, decimals)}`;
}

/** “PN is lower than LN”, “no difference”: what the interval allows to say, and no more. */
export function verdictWords(
  difference: PairedDifference | null,
  first: string,
  second: string,
): string {
  if (difference === null) return "too few seeds to say";
  if (difference.verdict === "none") return "no difference";
  return `${first} is ${difference.verdict} than ${second}`;
}
