export interface Weighed {
  readonly kilobytes: number;
  readonly files: readonly { readonly name: string; readonly kilobytes: number }[];
}
export type Sizes = Readonly<Record<"page" | "worker" | "wasm", Weighed>>;
export const LIMITS: Readonly<Record<"page" | "worker", number>>;
export function bundleSizes(folder: string): Sizes;
export function overLimits(
  sizes: Sizes,
  limits?: Readonly<Record<"page" | "worker", number>>,
): string[];
