import { createContext, use } from "react";
import type { ReactNode } from "react";
import { LockContext } from "../../components/controls/lock.ts";

/** Controls that whoever arranges a page may leave out, or show and lock. */
export const PARTS = [
  "play",
  "step",
  "back",
  "reset",
  "speed",
  "task",
  "lanes",
  "batch",
  "rate",
  "seed",
  "view",
] as const;

export type PartName = (typeof PARTS)[number];

export const PART_NAMES: Readonly<Record<PartName, string>> = {
  play: "Play",
  step: "Step",
  back: "Back 50 steps",
  reset: "Reset",
  speed: "Speed",
  task: "What is learnt",
  lanes: "Normalisers",
  batch: "Batch size",
  rate: "Learning rate",
  seed: "Seed",
  view: "Layer, metric, scale",
};

export interface Arrangement {
  readonly hidden: ReadonlySet<PartName>;
  readonly locked: ReadonlySet<PartName>;
  /** Why the locked ones are. */
  readonly reason: string;
}

const ALL: Arrangement = { hidden: new Set(), locked: new Set(), reason: "" };

/** What is named here, to be moved freely, and nothing else. */
export function only(names: readonly string[]): Arrangement {
  const hidden = PARTS.filter((part) => !names.includes(part));
  return { hidden: new Set(hidden), locked: new Set(), reason: "" };
}

export const ArrangementContext = createContext<Arrangement>(ALL);

interface PartProps {
  readonly name: PartName;
  readonly children: ReactNode;
}

/** Children as the page’s arrangement has them: there, there but locked, or not there. */
export function Part({ name, children }: PartProps) {
  const { hidden, locked, reason } = use(ArrangementContext);
  if (hidden.has(name)) return null;
  return <LockContext value={locked.has(name) ? reason : undefined}>{children}</LockContext>;
}
