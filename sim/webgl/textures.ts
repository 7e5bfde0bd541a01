import { sourceKey } from "../plan/ganged.ts";
import { sizeOf } from "../plan/graph.ts";
import type { Node } from "../plan/graph.ts";
import { packed, rowsOf, texelsOf } from "../plan/layout.ts";
import type { Canvas, Texture } from "./canvas.ts";

/** A tensor that is carried from step to step: of the two, the one is read while the other is written. */
export interface State {
  readonly turns: readonly [Texture, Texture];
  /** Rows of texels of one lane's band. */
  readonly rows: number;
}

/** An array of the batch, which every step uploads anew. */
export interface FeedTexture {
  readonly texture: Texture;
  readonly shape: readonly number[];
}

/** The textures and framebuffers of one stage. In each of its own, every lane has a band. */
export class Textures {
  readonly bands: number;
  readonly #canvas: Canvas;
  readonly #states = new Map<string, State>();
  readonly #constants = new Map<string, Texture>();
  readonly #rows = new Map<number, Texture>();
  readonly #framebuffers = new Map<string, WebGLFramebuffer>();
  readonly #names = new Map<Texture, number>();
  /** Intermediate textures by height: no recording needs what another left in them. */
  readonly spare = new Map<number, readonly Texture[]>();

  constructor(canvas: Canvas, bands: number) {
    this.#canvas = canvas;
    this.bands = bands;
  }

  get states(): readonly State[] {
    return [...this.#states.values()];
  }

  make(rows: number): Texture {
    const texture = this.#canvas.texture(rows);
    this.#names.set(texture, this.#names.size);
    return texture;
  }

  state(name: string, shape: readonly number[]): State {
    const key = `${name} ${sizeOf(shape)}`;
    const known = this.#states.get(key);
    if (known) return known;
    const rows = rowsOf(texelsOf(shape));
    const turns = [this.make(rows * this.bands), this.make(rows * this.bands)] as const;
    const state = { turns, rows };
    this.#states.set(key, state);
    return state;
  }

  /** Where runs leave what they report. */
  row(rows: number): Texture {
    const texture = this.#rows.get(rows) ?? this.make(rows);
    this.#rows.set(rows, texture);
    return texture;
  }

  /** Something that all lanes share: an array of the batch, or numbers that never change. */
  shared(node: Node, feeds: Map<string, FeedTexture>): Texture {
    const source = node.op.kind === "input" ? node.op.source : null;
    const rows = rowsOf(texelsOf(node.shape));
    if (source?.kind === "feed") {
      const feed = feeds.get(source.name) ?? { texture: this.make(rows), shape: node.shape };
      feeds.set(source.name, feed);
      return feed.texture;
    }
    if (source?.kind !== "constant") throw new Error(`a "${node.op.kind}" is not shared`);
    const key = `${sourceKey(source)} [${node.shape.join(",")}]`;
    const known = this.#constants.get(key);
    if (known) return known;
    const texture = this.make(rows);
    this.#canvas.upload(texture, 0, packed(source.values, node.shape));
    this.#constants.set(key, texture);
    return texture;
  }

  framebuffer(outputs: readonly Texture[]): WebGLFramebuffer {
    const key = outputs.map((texture) => this.#names.get(texture)).join(" ");
    const known = this.#framebuffers.get(key);
    if (known) return known;
    const made = this.#canvas.framebuffer(outputs);
    this.#framebuffers.set(key, made);
    return made;
  }

  dispose(): void {
    for (const framebuffer of this.#framebuffers.values())
      this.#canvas.gl.deleteFramebuffer(framebuffer);
    for (const texture of this.#names.keys()) this.#canvas.release(texture);
  }
}
