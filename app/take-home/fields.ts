import { refused } from "../../sim/contract/data-refused.ts";

const LONGEST_TEXT = 400;

/** A value out of a file that somebody may have changed, with its place; what it is asked for and is not, it refuses. */
export class Fields {
  readonly #value: unknown;
  readonly #file: string;
  readonly #place: string;

  constructor(value: unknown, file: string, place = "") {
    this.#value = value;
    this.#file = file;
    this.#place = place;
  }

  /** The value under a key of an object; `undefined` inside where there is none. */
  at(key: string): Fields {
    const place = this.#place === "" ? key : `${this.#place}.${key}`;
    return new Fields(this.object()[key], this.#file, place);
  }

  get isMissing(): boolean {
    return this.#value === undefined || this.#value === null;
  }

  object(): Readonly<Record<string, unknown>> {
    const value = this.#value;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return this.refuse("an object");
    // An object that is no list has names and values, whatever they are.
    return value as Record<string, unknown>;
  }

  list(most: number): readonly Fields[] {
    const value: unknown = this.#value;
    if (!Array.isArray(value)) return this.refuse("a list");
    if (value.length > most) return this.refuse(`a list of at most ${most}`);
    return value.map((item, i) => new Fields(item, this.#file, `${this.#place}[${i}]`));
  }

  text(longest = LONGEST_TEXT): string {
    const value = this.#value;
    if (typeof value !== "string") return this.refuse("a text");
    return value.length > longest ? this.refuse(`a text of at most ${longest} characters`) : value;
  }

  number(): number {
    const value = this.#value;
    return typeof value === "number" && Number.isFinite(value)
      ? value
      : this.refuse("a finite number");
  }

  integer(least: number, most: number): number {
    const value = this.#value;
    return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
      ? value
      : this.refuse(`a whole number from ${least} to ${most}`);
  }

  boolean(): boolean {
    const value = this.#value;
    return typeof value === "boolean" ? value : this.refuse("true or false");
  }

  word<Word extends string | number>(options: readonly Word[]): Word {
    return (
      options.find((option) => option === this.#value) ??
      this.refuse(`one of ${options.join(", ")}`)
    );
  }

  /** A number, a text, or true or false. */
  plain(): number | string | boolean {
    const value = this.#value;
    if (typeof value === "string") return this.text();
    if (typeof value === "boolean") return value;
    return typeof value === "number"
      ? this.number()
      : this.refuse("a number, a text, true or false");
  }

  /** Where it stands: `tables.steps.values[3]`. */
  get place(): string {
    return this.#place;
  }

  refuse(expected: string): never {
    throw refused({
      file: this.#file,
      place: this.#place === "" ? null : this.#place,
      expected,
      found: described(this.#value),
    });
  }
}

/** What is there instead, in a few words. */
function described(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string")
    return `the text “${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  // Numbers and true or false are all that JSON has left.
  if (typeof value !== "number" && typeof value !== "boolean") return "an object";
  return String(value);
}

/** The text as JSON, or a refusal with the place where it stops being that. */
export function parseJson(text: string, file: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = placeIn(text, error instanceof Error ? error.message : "", firstLine);
    throw refused({ file, place, expected: "JSON", found: foundAt(text, place) });
  }
}

/** Browsers say where in different words, and some not at all. */
function placeIn(text: string, message: string, firstLine: number): string | null {
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named) return `line ${Number(named[1]) + firstLine - 1}, column ${named[2]}`;
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return text.trim() === "" ? null : endPlace(text, firstLine);
  return endPlace(text.slice(0, Number(position) + 1), firstLine);
}

function endPlace(before: string, firstLine: number): string {
  const lines = before.split("\n");
  return `line ${lines.length + firstLine - 1}, column ${lines.at(-1)?.length ?? 0}`;
}

function foundAt(text: string, place: string | null): string {
  if (text.trim() === "") return "nothing";
  return place === null || text.trimEnd().endsWith("}") ? "something else" : "an end too early";
}
