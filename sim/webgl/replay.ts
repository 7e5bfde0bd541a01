import type { Canvas, Program, Texture } from "./canvas.ts";
import { WIDTH } from "../plan/layout.ts";
import { rectanglesOf } from "./stretch.ts";
import type { Rectangles, Stretch } from "./stretch.ts";

/** A texture, or one of a pair that take turns: what a step writes to the one, the next reads. */
export type Slot =
  Texture | { readonly turns: readonly [Texture, Texture]; readonly next: boolean };

export interface Draw {
  readonly program: Program;
  readonly reads: readonly Slot[];
  readonly writes: readonly Slot[];
  readonly stretch: Stretch;
  /** `u`, whose geometry is that of the lanes that go on. */
  readonly integers: Int32Array;
  /** Null where the program has no floats. */
  readonly floats: Float32Array | null;
  readonly live: readonly { readonly place: number; readonly value: () => number }[];
  /** The lanes that take part. */
  readonly lanes: readonly number[];
}

interface Bound {
  readonly draw: Draw;
  readonly framebuffers: readonly [WebGLFramebuffer, WebGLFramebuffer];
  readonly reads: readonly [readonly WebGLTexture[], readonly WebGLTexture[]];
  readonly rows: number;
  rectangles: Rectangles;
}

export function textureOf(slot: Slot, turn: 0 | 1): Texture {
  if ("handle" in slot) return slot;
  return slot.turns[slot.next ? 1 - turn : turn] as Texture;
}

/** Draws in a fixed order with everything bound beforehand: a step costs a few calls a draw and nothing else. */
export class Replay {
  readonly #canvas: Canvas;
  readonly #bound: readonly Bound[];

  constructor(
    canvas: Canvas,
    draws: readonly Draw[],
    framebufferOf: (outputs: readonly Texture[]) => WebGLFramebuffer,
  ) {
    this.#canvas = canvas;
    this.#bound = draws.map((draw) => {
      const forTurn = (turn: 0 | 1) => ({
        framebuffer: framebufferOf(draw.writes.map((slot) => textureOf(slot, turn))),
        reads: draw.reads.map((slot) => textureOf(slot, turn).handle),
      });
      const [even, odd] = [forTurn(0), forTurn(1)];
      return {
        draw,
        framebuffers: [even.framebuffer, odd.framebuffer],
        reads: [even.reads, odd.reads],
        rows: draw.stretch.band * draw.stretch.bands,
        rectangles: rectanglesOf(draw.integers, draw.stretch, draw.lanes),
      };
    });
  }

  get draws(): number {
    return this.#bound.length;
  }

  /** From now on only for lanes that go on. */
  keep(goesOn: (lane: number) => boolean): void {
    for (const bound of this.#bound) {
      const { program, integers, stretch, lanes } = bound.draw;
      bound.rectangles = rectanglesOf(integers, stretch, lanes.filter(goesOn));
      // The program may still hold this draw's numbers as they were before.
      if (program.uniforms?.set === bound.draw) program.uniforms.set = null;
    }
  }

  run(turn: 0 | 1): void {
    const { gl } = this.#canvas;
    const textures: (WebGLTexture | null)[] = [];
    let program: Program | null = null;
    let height = -1;
    gl.enable(gl.SCISSOR_TEST);
    for (const { draw, framebuffers, reads, rows, rectangles } of this.#bound) {
      const { instances, cut } = rectangles;
      if (instances === 0) continue;
      const uniforms = this.#canvas.uniformsOf(draw.program);
      if (draw.program !== program) {
        gl.useProgram(draw.program.handle);
        program = draw.program;
      }
      gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffers[turn]);
      if (rows !== height) {
        gl.viewport(0, 0, WIDTH, rows);
        height = rows;
      }
      let changed = uniforms.set !== draw;
      if (changed) {
        gl.uniform1iv(uniforms.integers, draw.integers);
        uniforms.set = draw;
      }
      if (draw.floats) {
        for (const { place, value } of draw.live) {
          const now = Math.fround(value());
          if (draw.floats[place] === now) continue;
          draw.floats[place] = now;
          changed = true;
        }
        if (changed) gl.uniform1fv(uniforms.floats, draw.floats);
      }
      reads[turn].forEach((texture, unit) => {
        if (textures[unit] === texture) return;
        gl.activeTexture(gl.TEXTURE0 + unit);
        gl.bindTexture(gl.TEXTURE_2D, texture);
        textures[unit] = texture;
      });
      if (cut) {
        gl.scissor(0, cut.row, cut.width, cut.height);
        gl.drawArrays(gl.TRIANGLES, 0, 3);
      } else {
        gl.scissor(0, 0, WIDTH, rows);
        gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, instances);
      }
    }
    gl.disable(gl.SCISSOR_TEST);
  }
}
