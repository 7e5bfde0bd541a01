import { sizeOf } from "./graph.ts";

/**
 * How numbers lie in a texture: four in a texel, along the last axis, each row padded to whole texels; the texels one after
 * another in rows of `WIDTH`.
 */
export const WIDTH = 256;

/** Texels of one row of the last axis. */
export function texelsOfRow(shape: readonly number[]): number {
  return Math.ceil((shape.at(-1) ?? 1) / 4);
}

export function texelsOf(shape: readonly number[]): number {
  const last = shape.at(-1) ?? 1;
  return (sizeOf(shape) / last) * texelsOfRow(shape);
}

export function rowsOf(texels: number): number {
  return Math.ceil(texels / WIDTH);
}

/** Numbers, row-major, as a block of texels, [texels × 4]. */
export function packed(values: ArrayLike<number>, shape: readonly number[]): Float32Array {
  const last = shape.at(-1) ?? 1;
  const stride = texelsOfRow(shape) * 4;
  const rows = sizeOf(shape) / last;
  const block = new Float32Array(rows * stride);
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < last; i++) block[row * stride + i] = values[row * last + i] ?? 0;
  return block;
}

/** The other way. */
export function unpacked(block: Float32Array, shape: readonly number[]): Float32Array {
  const last = shape.at(-1) ?? 1;
  const stride = texelsOfRow(shape) * 4;
  const rows = sizeOf(shape) / last;
  if (stride === last) return block.slice(0, rows * last);
  const values = new Float32Array(rows * last);
  for (let row = 0; row < rows; row++)
    values.set(block.subarray(row * stride, row * stride + last), row * last);
  return values;
}
