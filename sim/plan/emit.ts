import { matchAxes } from "./axes.ts";
import { Coordinates, ZERO } from "./coordinate.ts";
import type { Coordinate } from "./coordinate.ts";
import { writeDeconvolution } from "./emit-convolution.ts";
import { writeLoad } from "./emit-load.ts";
import { writeArgmax, writeMap, writeReduce } from "./emit-map.ts";
import { writePlane } from "./emit-plane.ts";
import { writeProduct } from "./emit-product.ts";
import { writeConcat, writeGather, writePosition, writeView } from "./emit-view.ts";
import { numberOf } from "./graph.ts";
import type { Node } from "./graph.ts";
import { texelsOfRow } from "./layout.ts";
import { Writer } from "./writer.ts";

/** What a program is given besides its text, so that one text serves many shapes. */
export interface Leaves {
  /** The place of what is read, [0, textures). */
  texture(node: Node): number;
  integer(value: number): string;
  float(value: number): string;
  live(key: string): string;
}

/**
 * Writes what computes a node at given coordinates: one number, or four neighbours along one axis (`wide`). What is stored
 * is read; all else is computed on the spot.
 */
export class Emitter {
  readonly writer = new Writer();
  readonly at: Coordinates;
  readonly leaves: Leaves;
  readonly stored: ReadonlySet<Node>;
  /** What this program itself computes, by name, and the texel it is computed at. */
  readonly own = new Map<Node, string>();
  texel = "";
  /** What is being written, and so cannot be read. */
  #root: Node | null = null;

  constructor(leaves: Leaves, stored: ReadonlySet<Node>) {
    this.leaves = leaves;
    this.stored = stored;
    this.at = new Coordinates({
      name: (expression) => this.writer.name("int", expression),
      number: (value) => leaves.integer(value),
      once: (key, make) => {
        const known = this.writer.known(`at ${key}`);
        if (known) return known;
        const text = make();
        this.writer.note(`at ${key}`, text);
        return text;
      },
    });
  }

  /** The four numbers of the texel that is being written. */
  root(node: Node, texel: Coordinate): string {
    this.texel = texel.key;
    this.#root = node;
    const { shape } = node;
    const last = shape.at(-1) ?? 1;
    const lead = shape.slice(0, -1);
    const [row = ZERO, column = ZERO] = this.at.apart(texel, [
      lead.reduce((a, b) => a * b, 1),
      texelsOfRow(shape),
    ]);
    const wide = shape.length - 1;
    const start: Coordinate =
      column === ZERO
        ? ZERO
        : {
            key: `4*${column.key}`,
            text: () => this.at.named(`4*${column.key}`, () => `${column.text()} * 4`),
            step: { from: column, by: 0 },
          };
    const coordinates = [...this.at.apart(row, lead), ...(shape.length > 0 ? [start] : [])];
    const value =
      last === 1
        ? `vec4(${this.compute(node, coordinates, null)}, 0.0, 0.0, 0.0)`
        : this.compute(node, coordinates, wide);
    const kept = last % 4 === 0 || last === 1 ? value : this.within(value, start, last, "0.0");
    const name = this.writer.name("vec4", kept);
    this.own.set(node, name);
    return name;
  }

  /** A float, or a vec4 along `wide`, whose coordinate is then a multiple of four. */
  emit(node: Node, coordinates: readonly Coordinate[], wide: number | null): string {
    const isRead = node.op.kind === "input" || (this.stored.has(node) && node !== this.#root);
    if (numberOf(node) === null && isRead)
      return this.remembered(node, coordinates, wide, () =>
        writeLoad(this, node, coordinates, wide),
      );
    return this.remembered(node, coordinates, wide, () => this.compute(node, coordinates, wide));
  }

  remembered(
    node: Node,
    coordinates: readonly Coordinate[],
    wide: number | null,
    make: () => string,
  ): string {
    const key = `node ${node.id} ${wide} ${coordinates.map(({ key: k }) => k).join(" ")}`;
    const known = this.writer.known(key);
    if (known) return known;
    const text = make();
    if (/^(v\d+_|-?[\d.]+(e[-+]?\d+)?|[fs]\[\d+\])$/u.test(text)) return text;
    const name = this.writer.name(wide === null ? "float" : "vec4", text);
    this.writer.note(key, name);
    return name;
  }

  compute(node: Node, coordinates: readonly Coordinate[], wide: number | null): string {
    const { op, inputs } = node;
    const [x, y] = inputs as readonly [Node, Node];
    switch (op.kind) {
      case "input":
        return writeLoad(this, node, coordinates, wide);
      case "number":
        return wide === null ? this.leaves.float(op.value) : `vec4(${this.leaves.float(op.value)})`;
      case "position":
        return writePosition(this, coordinates, wide);
      case "map":
        return writeMap(this, node, op.apply, coordinates, wide);
      case "reduce":
        return writeReduce(this, x, op, coordinates, wide);
      case "argmax":
        return this.wideOrNot(coordinates, wide, (at) => writeArgmax(this, x, at));
      case "product":
        return writeProduct(this, x, y, coordinates, wide);
      case "plane":
        return writePlane(this, node, coordinates, wide);
      case "deconvolution":
        return writeDeconvolution(this, node, op, coordinates, wide);
      case "gather":
        return writeGather(this, x, y, coordinates, wide);
      case "concat":
        return writeConcat(this, node, op.axis, coordinates, wide);
      default:
        return writeView(this, node, coordinates, wide);
    }
  }

  /** Four neighbours, one by one. */
  four(node: Node, coordinates: readonly Coordinate[], wide: number): string {
    return this.wideOrNot(coordinates, wide, (at) => this.emit(node, at, null));
  }

  wideOrNot(
    coordinates: readonly Coordinate[],
    wide: number | null,
    one: (coordinates: readonly Coordinate[]) => string,
  ): string {
    if (wide === null) return one(coordinates);
    const each = [0, 1, 2, 3].map((by) =>
      one(coordinates.map((c, axis) => (axis === wide ? this.at.stepped(c, by) : c))),
    );
    return `vec4(${each.join(", ")})`;
  }

  loop(count: number, step: 1 | 4, work: (k: Coordinate) => void): void {
    if (count <= step && step === 1) {
      work(ZERO);
      return;
    }
    this.repeat(count, step, work);
  }

  repeat(count: number, step: 1 | 4, work: (k: Coordinate) => void): void {
    const end = this.leaves.integer(count);
    this.writer.nested(
      (k) =>
        step === 1
          ? `for (int ${k} = 0; ${k} < ${end}; ${k}++)`
          : `for (int ${k} = 0; ${k} < ${end}; ${k} += 4)`,
      (k) => work(this.at.variable(k)),
    );
  }

  /** Four numbers, with `rest` for those at or past the end of an axis. */
  within(value: string, start: Coordinate, size: number, rest: string): string {
    const ends = `ivec4(${start.text()}) + ivec4(0, 1, 2, 3)`;
    return `mix(vec4(${rest}), ${value}, lessThan(${ends}, ivec4(${this.leaves.integer(size)})))`;
  }

  /** Whether four neighbours along an axis lie in one texel. */
  fast(node: Node, axis: number): boolean {
    const { op, inputs, shape } = node;
    const [x] = inputs;
    if (this.stored.has(node) || op.kind === "input") return axis === shape.length - 1;
    if (shape[axis] === 1 || !x) return true;
    switch (op.kind) {
      case "transpose":
        return this.fast(x, op.order[axis] ?? 0);
      case "reshape": {
        const block = matchAxes(shape, x.shape).find(({ from }) => from.includes(axis));
        if (!block) return true;
        const { from, to } = block;
        const single = from.length === 1 && to.length === 1;
        const aligned = (shape[axis] ?? 1) % 4 === 0 && (x.shape[to.at(-1) ?? 0] ?? 1) % 4 === 0;
        return (single || (from.at(-1) === axis && aligned)) && this.fast(x, to.at(-1) ?? 0);
      }
      case "slice":
        return (op.begin[axis] ?? 0) % 4 === 0 && this.fast(x, axis);
      case "reverse":
        return !op.axes.includes(axis) && this.fast(x, axis);
      case "pad":
        return shape[axis] === x.shape[axis] && this.fast(x, axis);
      case "patches":
        return (axis === 5 && this.fast(x, 3)) || (axis === 0 && this.fast(x, 0));
      case "position":
        return true;
      case "map":
        return inputs.every((input) => {
          const along = axis - (shape.length - input.shape.length);
          return along < 0 || input.shape[along] === 1 || this.fast(input, along);
        });
      default:
        return axis === shape.length - 1;
    }
  }
}
