import type { TriedRun } from "./tried-run.ts";

/** Where the runs that were tried outlast a visit, if the browser lets them. */
export interface Shelf {
  readonly read: () => readonly TriedRun[];
  /** Whether they were kept. */
  readonly write: (runs: readonly TriedRun[]) => boolean;
}

const KEY = "normscope runs 1";

/** A browser may refuse its storage at any touch, by throwing; then nothing is kept, and nothing else happens. */
export function shelfIn(storage: () => Pick<Storage, "getItem" | "setItem">): Shelf {
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(storage().getItem(KEY) ?? "[]");
        return Array.isArray(kept) ? kept.filter(isTriedRun) : [];
      } catch {
        return [];
      }
    },
    write: (runs) => {
      try {
        storage().setItem(KEY, JSON.stringify(runs));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Written by this page, of this version or another, or by anybody else. */
function isTriedRun(kept: unknown): kept is TriedRun {
  if (typeof kept !== "object" || kept === null) return false;
  // Whatever it is, its parts can be asked for.
  const { id, name, query, preset, differences, steps, losses, milliseconds } = kept as Partial<
    Record<keyof TriedRun, unknown>
  >;
  const hasWords = [name, query, preset].every((word) => typeof word === "string");
  const hasNumbers = [id, steps, milliseconds].every((number) => typeof number === "number");
  const isListed = Array.isArray(differences) && differences.every((d) => typeof d === "string");
  return hasWords && hasNumbers && isListed && Array.isArray(losses) && losses.every(isLoss);
}

function isLoss(kept: unknown): boolean {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "label" in kept &&
    typeof kept.label === "string" &&
    "value" in kept &&
    (kept.value === null || typeof kept.value === "number")
  );
}
