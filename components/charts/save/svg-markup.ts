import type { NumberParts } from "../../prose/format.ts";
import { withMinus } from "../../prose/format.ts";

/** Named as on the page, with what other machines have: a file on its own brings no fonts along. */
export const SANS =
  "'Source Sans 3', 'Source Sans 3 Variable', 'Source Sans Pro', Helvetica, Arial, sans-serif";
export const SERIF =
  "'Source Serif 4', 'Source Serif 4 Variable', Georgia, 'Times New Roman', serif";

/** The light ground of tokens.css; paper is what a saved picture is put on. */
export const INK = "#1d1c1a";
export const INK_SECONDARY = "#6a665f";
export const EDGE = "#8a857b";
export const PAPER = "#fbfaf7";
export const PAPER_WARM = "#f9f5eb";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element. Text among the children must have gone through `escaped`. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  return children.length === 0
    ? `<${name}${written.join("")}/>`
    : `<${name}${written.join("")}>${children.join("")}</${name}>`;
}

/** Without what XML does not allow at all. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A number with its exponent set high. */
export function numberMarkup({ mantissa, exponent }: NumberParts): string {
  if (exponent === null) return escaped(mantissa);
  const base = mantissa === "1" ? "10" : `${mantissa} × 10`;
  const raised = { dy: "-4.5", "font-size": 8.5 };
  return escaped(base) + element("tspan", raised, escaped(withMinus(String(exponent))));
}

/** Of the widest font that may stand in, at the size of a caption. */
const CHARACTER_WIDTH = 7;

/** Lines of at most so many pixels; a word that is longer is cut. */
export function wrapped(text: string, width: number): string[] {
  const most = Math.max(8, Math.floor(width / CHARACTER_WIDTH));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > most) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
    for (; line.length > most; line = line.slice(most)) lines.push(line.slice(0, most));
  }
  return line === "" ? lines : [...lines, line];
}
