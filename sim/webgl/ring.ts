import { WIDTH } from "../plan/layout.ts";
import type { Canvas, Texture } from "./canvas.ts";

/** A stretch of a lane's row. */
export interface RowPart {
  readonly texel: number;
  readonly size: number;
}

/** How the rows of one run lie: a band for each lane, and in it the parts. */
export interface RowLayout {
  readonly run: number;
  /** Rows of texels of one band. */
  readonly band: number;
  readonly lanes: readonly (readonly RowPart[])[];
}

/** Rows of texels that are kept on the device before they have to be brought over. */
const ROOM = 1024;

type Rows = Map<number, readonly Float32Array[]>;

/** Rows of all runs wait here, on the device, until they are brought over in one download. */
export class Ring {
  readonly #canvas: Canvas;
  readonly #texture: Texture;
  readonly #framebuffer: WebGLFramebuffer;
  #waiting: RowLayout[] = [];
  #used = 0;
  /** Brought over because there was no more room, and not yet asked for. */
  #over: Rows = new Map();

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
    this.#texture = canvas.texture(ROOM);
    this.#framebuffer = canvas.framebuffer([this.#texture]);
  }

  /** Copies what a run left in its rows' texture. */
  keep(from: WebGLFramebuffer, layout: RowLayout): void {
    const height = layout.band * layout.lanes.length;
    if (height > ROOM) throw new Error(`${height} rows of texels are more than a run may report`);
    if (this.#used + height > ROOM) this.#bringOver();
    const { gl } = this.#canvas;
    gl.bindFramebuffer(gl.FRAMEBUFFER, from);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture.handle);
    gl.copyTexSubImage2D(gl.TEXTURE_2D, 0, 0, this.#used, 0, 0, WIDTH, height);
    this.#used += height;
    this.#waiting.push(layout);
  }

  /** All rows that wait, by run and lane. */
  async drain(): Promise<ReadonlyMap<number, readonly Float32Array[]>> {
    const over = this.#over;
    const layouts = this.#waiting;
    const used = this.#used;
    this.#over = new Map();
    this.#waiting = [];
    this.#used = 0;
    if (used === 0) return over;
    const block = await this.#canvas.download(this.#framebuffer, used);
    return unpack(layouts, block, over);
  }

  dispose(): void {
    this.#canvas.gl.deleteFramebuffer(this.#framebuffer);
    this.#canvas.release(this.#texture);
  }

  #bringOver(): void {
    const { gl } = this.#canvas;
    const block = new Float32Array(this.#used * WIDTH * 4);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer);
    gl.readPixels(0, 0, WIDTH, this.#used, gl.RGBA, gl.FLOAT, block);
    unpack(this.#waiting, block, this.#over);
    this.#waiting = [];
    this.#used = 0;
  }
}

function unpack(layouts: readonly RowLayout[], block: Float32Array, into: Rows): Rows {
  let start = 0;
  for (const { run, band, lanes } of layouts) {
    const rows = lanes.map((parts) => {
      const row = new Float32Array(parts.reduce((sum, { size }) => sum + size, 0));
      let at = 0;
      for (const { texel, size } of parts) {
        row.set(block.subarray(start + texel * 4, start + texel * 4 + size), at);
        at += size;
      }
      start += band * WIDTH * 4;
      return row;
    });
    into.set(run, rows);
  }
  return into;
}
