/** A number as it is written: `1.2 × 10⁻³` is mantissa "1.2" and exponent −3. */
export interface NumberParts {
  readonly mantissa: string;
  readonly exponent: number | null;
}

const MINUS = "\u2212";
const THIN_SPACE = "\u202f";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

interface NumberStyle {
  /** Keep trailing zeros, so that a changing number keeps its width. */
  readonly steady?: boolean;
  /** Below this, powers of ten. */
  readonly plainFrom?: number;
  /** Significant digits; three, unless somebody is to calculate with them. */
  readonly digits?: number;
}

const SIGNIFICANT_DIGITS = 3;
const PLAIN_FROM = 0.01;

/** Three significant digits; powers of ten below 0.01 and from 10⁴. */
export function numberParts(value: number, style: NumberStyle = {}): NumberParts {
  if (Number.isNaN(value)) return { mantissa: "–", exponent: null };
  if (!Number.isFinite(value)) return { mantissa: value < 0 ? `${MINUS}∞` : "∞", exponent: null };
  const { plainFrom = PLAIN_FROM, digits = SIGNIFICANT_DIGITS } = style;
  const rounded = Number(value.toPrecision(digits));
  if (rounded === 0) return { mantissa: "0", exponent: null };
  const exponent = Number(rounded.toExponential().split("e")[1]);
  if (Math.abs(rounded) < plainFrom || exponent >= 4) {
    const mantissa = (rounded / 10 ** exponent).toPrecision(digits);
    return { mantissa: withMinus(style.steady ? mantissa : trimmed(mantissa)), exponent };
  }
  const decimals = Math.max(0, digits - 1 - exponent);
  const text = rounded.toFixed(decimals);
  return { mantissa: separated(style.steady ? text : trimmed(text)), exponent: null };
}

/** A number in one string, its exponent in superscript characters. */
export function formatNumber(value: number, style: NumberStyle = {}): string {
  return partsText(numberParts(value, style));
}

export function partsText({ mantissa, exponent }: NumberParts): string {
  if (exponent === null) return mantissa;
  const power = `10${superscript(exponent)}`;
  return mantissa === "1" ? power : `${mantissa} × ${power}`;
}

/** A whole number with thin separators: 12 000. */
export function formatInteger(value: number): string {
  return Number.isFinite(value) ? separated(Math.round(value).toString()) : formatNumber(value);
}

/** A duration: 0.8 ms, 23 ms, 1.2 s. */
export function formatMilliseconds(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return formatNumber(milliseconds);
  if (milliseconds >= 1000) return `${separated((milliseconds / 1000).toFixed(1))} s`;
  return `${milliseconds.toFixed(milliseconds < 9.95 ? 1 : 0)} ms`;
}

/** `2 steps`, `1 step`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatInteger(count)} ${count === 1 ? singular : plural}`;
}

export function withMinus(text: string): string {
  return text.replace("-", MINUS);
}

function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function separated(text: string): string {
  const [whole = "", decimals] = text.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  return withMinus(decimals === undefined ? grouped : `${grouped}.${decimals}`);
}

function superscript(exponent: number): string {
  const digits = Math.abs(exponent)
    .toString()
    .replaceAll(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? "");
  return exponent < 0 ? `⁻${digits}` : digits;
}
