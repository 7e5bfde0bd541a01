import { DeviceRefused } from "../tensor/device-trouble.ts";
import { fragmentText, vertexText } from "./program-text.ts";
import type { ProgramShape } from "./program-text.ts";
import { WIDTH } from "../plan/layout.ts";

export interface Program {
  readonly handle: WebGLProgram;
  readonly shape: ProgramShape;
  /** Null until the program is first used: until then the driver may compile it beside others. */
  uniforms: Uniforms | null;
}

export interface Uniforms {
  readonly integers: WebGLUniformLocation | null;
  readonly floats: WebGLUniformLocation | null;
  /** What was last set, by identity. */
  set: object | null;
}

export interface Texture {
  readonly handle: WebGLTexture;
  readonly rows: number;
}

/** A WebGL 2 context that computes: programs by their text, textures of four floats a texel. */
export class Canvas {
  readonly gl: WebGL2RenderingContext;
  readonly #programs = new Map<string, Program>();
  #bytes = 0;
  #textures = 0;

  readonly #nextTurn: () => Promise<void>;

  constructor(gl: WebGL2RenderingContext, nextTurn: () => Promise<void>) {
    this.gl = gl;
    this.#nextTurn = nextTurn;
    if (!gl.getExtension("EXT_color_buffer_float"))
      throw new DeviceRefused("This browser’s WebGL cannot draw to 32-bit floats.");
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.BLEND);
    gl.disable(gl.DITHER);
    gl.disable(gl.SCISSOR_TEST);
    gl.bindVertexArray(gl.createVertexArray());
  }

  get textureBytes(): number {
    return this.#bytes;
  }

  /** How many textures are kept. */
  get textures(): number {
    return this.#textures;
  }

  /** How many programs were compiled. */
  get programs(): number {
    return this.#programs.size;
  }

  program(shape: ProgramShape): Program {
    const key = `${shape.reads} ${shape.integers} ${shape.floats} ${shape.text}`;
    const known = this.#programs.get(key);
    if (known) return known;
    const made = this.#compile(shape);
    this.#programs.set(key, made);
    return made;
  }

  texture(rows: number): Texture {
    const { gl } = this;
    const handle = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, handle);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, WIDTH, rows);
    for (const [name, value] of [
      [gl.TEXTURE_MIN_FILTER, gl.NEAREST],
      [gl.TEXTURE_MAG_FILTER, gl.NEAREST],
      [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
      [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
    ] as const)
      gl.texParameteri(gl.TEXTURE_2D, name, value);
    this.#bytes += WIDTH * rows * 16;
    this.#textures += 1;
    return { handle, rows };
  }

  release({ handle, rows }: Texture): void {
    this.gl.deleteTexture(handle);
    this.#bytes -= WIDTH * rows * 16;
    this.#textures -= 1;
  }

  /** Whole texels into a texture, from the start of a row on; `block` is [texels × 4]. */
  upload({ handle }: Texture, row: number, block: Float32Array): void {
    const { gl } = this;
    gl.bindTexture(gl.TEXTURE_2D, handle);
    const texels = block.length / 4;
    const full = Math.floor(texels / WIDTH);
    if (full > 0)
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, row, WIDTH, full, gl.RGBA, gl.FLOAT, block, 0);
    const rest = texels - full * WIDTH;
    if (rest > 0)
      gl.texSubImage2D(
        gl.TEXTURE_2D,
        0,
        0,
        row + full,
        rest,
        1,
        gl.RGBA,
        gl.FLOAT,
        block,
        full * WIDTH * 4,
      );
  }

  /** When the device has done all that was asked of it so far. */
  async finished(): Promise<void> {
    const { gl } = this;
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    if (!fence) return;
    while (!gl.isContextLost()) {
      const status = gl.clientWaitSync(fence, 0, 0);
      if (status === gl.ALREADY_SIGNALED || status === gl.CONDITION_SATISFIED) break;
      await this.#nextTurn();
    }
    gl.deleteSync(fence);
  }

  /** The first rows of texels, waited for without holding up the thread, [rows × WIDTH × 4]. */
  async download(from: WebGLFramebuffer, rows: number): Promise<Float32Array> {
    const { gl } = this;
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.bufferData(gl.PIXEL_PACK_BUFFER, rows * WIDTH * 16, gl.STREAM_READ);
    gl.bindFramebuffer(gl.FRAMEBUFFER, from);
    gl.readPixels(0, 0, WIDTH, rows, gl.RGBA, gl.FLOAT, 0);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    await this.finished();
    const block = new Float32Array(rows * WIDTH * 4);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, block);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    gl.deleteBuffer(buffer);
    return block;
  }

  framebuffer(outputs: readonly Texture[]): WebGLFramebuffer {
    const { gl } = this;
    const framebuffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    const attachments = outputs.map(({ handle }, i) => {
      const attachment = gl.COLOR_ATTACHMENT0 + i;
      gl.framebufferTexture2D(gl.FRAMEBUFFER, attachment, gl.TEXTURE_2D, handle, 0);
      return attachment;
    });
    gl.drawBuffers(attachments);
    return framebuffer;
  }

  #compile(shape: ProgramShape): Program {
    const { gl } = this;
    const handle = gl.createProgram();
    for (const [kind, text] of [
      [gl.VERTEX_SHADER, vertexText(shape)],
      [gl.FRAGMENT_SHADER, fragmentText(shape)],
    ] as const) {
      const shader = gl.createShader(kind);
      if (!shader) throw new DeviceRefused("The graphics device gives no more shaders.");
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(handle, shader);
    }
    gl.linkProgram(handle);
    return { handle, shape, uniforms: null };
  }

  /** Waits for the driver, and asks where the program's numbers go. */
  uniformsOf(program: Program): Uniforms {
    if (program.uniforms) return program.uniforms;
    const { gl } = this;
    const { handle, shape } = program;
    if (!gl.getProgramParameter(handle, gl.LINK_STATUS) && !gl.isContextLost()) {
      const logs = (gl.getAttachedShaders(handle) ?? []).map((shader) =>
        gl.getShaderInfoLog(shader),
      );
      throw new DeviceRefused(
        `This graphics device could not compile one of the programs that the networks are made of: ${[gl.getProgramInfoLog(handle), ...logs].join(" ")}`,
      );
    }
    gl.useProgram(handle);
    for (let i = 0; i < shape.reads; i++) gl.uniform1i(gl.getUniformLocation(handle, `s${i}`), i);
    program.uniforms = {
      integers: gl.getUniformLocation(handle, "u"),
      floats: shape.floats > 0 ? gl.getUniformLocation(handle, "f") : null,
      set: null,
    };
    return program.uniforms;
  }
}
