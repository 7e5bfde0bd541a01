/** An index along one axis: how it is written, and what it was made of, so that taking apart undoes putting together. */
export interface Coordinate {
  readonly key: string;
  /** The text of the index; may write statements first. */
  readonly text: () => string;
  /** One of the digits of a flat index. */
  readonly digit?: { readonly of: Coordinate; readonly sizes: string; readonly place: number };
  /** A flat index of these digits. */
  readonly digits?: { readonly parts: readonly Coordinate[]; readonly sizes: string };
  /** Added to a coordinate that is a multiple of four: 0 to 3. */
  readonly step?: { readonly from: Coordinate; readonly by: number };
}

/** Below this, a quotient of whole numbers comes out right in floats, in which graphics hardware divides much faster. */
const EXACT = 2 ** 20;

export const ZERO: Coordinate = { key: "0", text: () => "0" };

/** Writes integer arithmetic: a name for an expression, and a name for a number that is not in the program's text. */
export interface Integers {
  name(expression: string): string;
  /** What was written under a key, or else what `make` writes. */
  once(key: string, make: () => string): string;
  number(value: number): string;
}

/** Index arithmetic that remembers, so that a row taken apart into sentence and token and put together again is the row. */
export class Coordinates {
  readonly #write: Integers;

  constructor(write: Integers) {
    this.#write = write;
  }

  constant(value: number): Coordinate {
    if (value === 0) return ZERO;
    const key = `#${value}`;
    return { key, text: () => this.#write.once(key, () => this.#write.number(value)) };
  }

  variable(name: string): Coordinate {
    return { key: name, text: () => name };
  }

  /** One of four neighbours. */
  stepped(from: Coordinate, by: number): Coordinate {
    if (by === 0) return from;
    return {
      key: `(${from.key}+${by})`,
      text: () => this.#once(`(${from.key}+${by})`, () => `${from.text()} + ${by}`),
      step: { from, by },
    };
  }

  shifted(from: Coordinate, by: number): Coordinate {
    if (by === 0) return from;
    if (from === ZERO && by > 0) return this.constant(by);
    const key = `(${from.key}+#${by})`;
    const number = (): string => this.#write.number(Math.abs(by));
    return {
      key,
      text: () => this.#once(key, () => `${from.text()} ${by > 0 ? "+" : "-"} ${number()}`),
    };
  }

  /** From the end of an axis. */
  turned(from: Coordinate, size: number): Coordinate {
    const key = `(${size}-${from.key})`;
    return {
      key,
      text: () => this.#once(key, () => `${this.#write.number(size - 1)} - ${from.text()}`),
    };
  }

  remainder(from: Coordinate, size: number): Coordinate {
    if (size === 1) return ZERO;
    const key = `(${from.key}%${size})`;
    return {
      key,
      text: () => this.#once(key, () => `${from.text()} % ${this.#write.number(size)}`),
    };
  }

  /** Anything else; `key` says all that went into it. */
  made(key: string, expression: () => string): Coordinate {
    return { key, text: () => this.#once(key, expression) };
  }

  /** The name of an index, written when it is first asked for. */
  named(key: string, expression: () => string): string {
    return this.#once(key, expression);
  }

  #once(key: string, expression: () => string): string {
    return this.#write.once(key, () => this.#write.name(expression()));
  }

  /** The flat index of coordinates along axes of these sizes. */
  flat(parts: readonly Coordinate[], sizes: readonly number[]): Coordinate {
    const long = parts.flatMap((part, i) =>
      sizes[i] === 1 ? [] : [{ part, size: sizes[i] ?? 1 }],
    );
    const [first] = long;
    if (!first) return ZERO;
    if (long.length === 1) return first.part;
    const signature = long.map(({ size }) => size).join("×");
    const whole = first.part.digit?.of;
    if (
      whole &&
      long.every(
        ({ part: { digit } }, place) =>
          digit?.of.key === whole.key && digit.sizes === signature && digit.place === place,
      )
    )
      return whole;
    const key = `[${long.map(({ part }) => part.key).join(",")}|${signature}]`;
    const joined = (): string =>
      long
        .slice(1)
        .reduce(
          (text, { part, size }) =>
            this.#write.name(`${text} * ${this.#write.number(size)} + ${part.text()}`),
          first.part.text(),
        );
    return {
      key,
      text: () => this.#write.once(key, joined),
      digits: { parts: long.map(({ part }) => part), sizes: signature },
    };
  }

  /** A flat index taken apart; the other way round from `flat`. */
  apart(whole: Coordinate, sizes: readonly number[]): readonly Coordinate[] {
    const long = sizes.filter((size) => size !== 1);
    const signature = long.join("×");
    const found =
      long.length === 1
        ? [whole]
        : whole.digits?.sizes === signature
          ? whole.digits.parts
          : long.map((size, place) => this.#digit(whole, long, place, size));
    let next = 0;
    return sizes.map((size) => (size === 1 ? ZERO : (found[next++] ?? ZERO)));
  }

  #digit(of: Coordinate, sizes: readonly number[], place: number, size: number): Coordinate {
    const below = sizes.slice(place + 1).reduce((product, n) => product * n, 1);
    const key = `${of.key}:${sizes.join("×")}:${place}`;
    const write = this.#write;
    const whole = sizes.reduce((product, n) => product * n, 1);
    const [over, rest] =
      whole < EXACT
        ? [
            (x: string, n: string) => `over(${x}, ${n})`,
            (x: string, n: string) => `rest(${x}, ${n})`,
          ]
        : [(x: string, n: string) => `${x} / ${n}`, (x: string, n: string) => `${x} % ${n}`];
    const shifted = (): string =>
      below === 1
        ? of.text()
        : this.#once(`${of.key}/${below}`, () => over(of.text(), write.number(below)));
    return {
      key,
      text: () =>
        place === 0 ? shifted() : this.#once(key, () => rest(shifted(), write.number(size))),
      digit: { of, sizes: sizes.join("×"), place },
    };
  }
}
