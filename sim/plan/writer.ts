/** A stretch of a program between braces, with what is known inside it. */
interface Block {
  readonly parent: Block | null;
  readonly lines: string[];
  readonly known: Map<string, string>;
}

/**
 * Writes a program of statements. An expression gets a name in the outermost block where all it names is known, so that
 * what does not depend on a loop is computed before it, once.
 */
export class Writer {
  readonly #homes = new Map<string, Block>();
  #block: Block = { parent: null, lines: [], known: new Map() };
  #count = 0;

  get text(): string {
    return this.#block.lines.join("\n");
  }

  /** A name for an expression: the same for the same. */
  name(type: string, expression: string): string {
    const home = this.#homeOf(expression);
    const key = `${type} ${expression}`;
    const known = this.known(key);
    if (known) return known;
    const name = this.#fresh(home);
    home.lines.push(`${type} ${name} = ${expression};`);
    home.known.set(key, name);
    return name;
  }

  /** What was noted under a key here or further out. */
  known(key: string): string | null {
    for (let block: Block | null = this.#block; block; block = block.parent) {
      const found = block.known.get(key);
      if (found) return found;
    }
    return null;
  }

  note(key: string, name: string): void {
    this.#homeOf(name).known.set(key, name);
  }

  line(text: string): void {
    this.#block.lines.push(text);
  }

  /** A variable that changes, in the outermost block where `depends` is known; what `work` writes comes after it there. */
  accumulate(
    type: string,
    start: string,
    depends: readonly string[],
    work: (name: string) => void,
  ): string {
    const [name = ""] = this.accumulateAll(type, start, depends, 1, ([only = ""]) => work(only));
    return name;
  }

  /** As many variables that change, side by side. */
  accumulateAll(
    type: string,
    start: string,
    depends: readonly string[],
    count: number,
    work: (names: readonly string[]) => void,
  ): readonly string[] {
    const outer = this.#block;
    this.#block = this.#homeOf(depends.join(" "));
    const names = Array.from({ length: count }, () => this.#fresh(this.#block));
    for (const name of names) this.line(`${type} ${name} = ${start};`);
    work(names);
    this.#block = outer;
    return names;
  }

  /** Writes `head { … }`; `variable` is known inside only. */
  nested(head: (variable: string) => string, work: (variable: string) => void): void {
    const outer = this.#block;
    const block: Block = { parent: outer, lines: [], known: new Map() };
    const variable = this.#fresh(block);
    this.#block = block;
    work(variable);
    this.#block = outer;
    outer.lines.push(`${head(variable)} {`, ...block.lines, "}");
  }

  #fresh(home: Block): string {
    const name = `v${this.#count++}_`;
    this.#homes.set(name, home);
    return name;
  }

  #homeOf(expression: string): Block {
    let home: Block | null = null;
    for (const name of expression.match(/v\d+_/gu) ?? []) {
      const block = this.#homes.get(name);
      if (block && (!home || depthOf(block) > depthOf(home))) home = block;
    }
    return home ?? outermost(this.#block);
  }
}

function depthOf(block: Block): number {
  return block.parent ? depthOf(block.parent) + 1 : 0;
}

function outermost(block: Block): Block {
  return block.parent ? outermost(block.parent) : block;
}
