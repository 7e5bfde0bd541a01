import type { Preset } from "../../sim/contract/experiment.ts";

/** One for each number key. */
export const MOST_SCENES = 9;

/** What a presenter's key asks for; null where it means nothing here. */
export type PresenterKey =
  { readonly kind: "scene"; readonly preset: Preset } | { readonly kind: "dark" } | null;

/** 1 to 9 are the presets in their order; B and the full stop, as slide programs have it, darken the screen. */
export function presenterKey(key: string, presets: readonly Preset[]): PresenterKey {
  if (key === "b" || key === "B" || key === ".") return { kind: "dark" };
  if (!/^[1-9]$/.test(key)) return null;
  const preset = presets[Number(key) - 1];
  return preset ? { kind: "scene", preset } : null;
}
