import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { StackSettings } from "./stack/stacked-norms.ts";

/** How sure a learner is of a choice: said aloud it is remembered better, and nobody counts it. */
export const CONFIDENCES = ["a guess", "fairly sure", "certain"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a learner answered to what a step asks. */
export type Answered =
  | { readonly kind: "drawing"; readonly values: readonly number[] }
  | { readonly kind: "choice"; readonly option: string; readonly confidence: Confidence | null };

export interface WrittenNote {
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
}

/** What was measured when a step’s deed was done, and the link to the experiment that gave it. */
export interface Observation {
  readonly notes: readonly WrittenNote[];
  /** What became of the prediction that was held against the run: what came out, by its id; null where nothing clear did. */
  readonly outcome: string | null;
  /** The query of the experiment as it stood. */
  readonly query: string;
}

/** What a learner has said and seen in this visit. It is kept in the page and nowhere else. */
export interface Notebook {
  readonly answers: Readonly<Record<string, Answered>>;
  readonly done: Readonly<Record<string, Observation>>;
  /** How the stack of norms stands, in the lesson that has one. */
  readonly stack: StackSettings;
  readonly turnStack: (change: Partial<StackSettings>) => void;
  readonly answer: (step: string, answered: Answered) => void;
  readonly finish: (step: string, observation: Observation) => void;
}

export type NotebookStore = StoreApi<Notebook>;

export function createNotebook(): NotebookStore {
  return createStore<Notebook>()((set) => ({
    answers: {},
    done: {},
    stack: { rows: 64, layers: 1, runningVariance: "unbiased" },
    turnStack: (change) => set(({ stack }) => ({ stack: { ...stack, ...change } })),
    answer: (step, answered) =>
      set(({ answers }) => ({ answers: { ...answers, [step]: answered } })),
    // What was seen first stays: going back to a step does not undo it.
    finish: (step, observation) =>
      set(({ done }) => (step in done ? {} : { done: { ...done, [step]: observation } })),
  }));
}
