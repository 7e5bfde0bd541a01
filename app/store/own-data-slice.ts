import type { StateCreator } from "zustand/vanilla";
import type { OwnData } from "../../sim/contract/own-data.ts";
import type { Progress } from "./run-slice.ts";
import type { State } from "./store.ts";

/** What a learner brought: what is being read, what was refused, and what was found last. */
interface OwnDataState {
  readonly reading: Progress | null;
  /** One sentence: file, place, expected, found. */
  readonly refusal: string | null;
  readonly found: { readonly data: OwnData; readonly isStarted: boolean } | null;
}

export interface OwnDataSlice extends OwnDataState {
  readonly setOwnData: (change: Partial<OwnDataState>) => void;
}

export const ownDataSlice: StateCreator<State, [], [], OwnDataSlice> = (set) => ({
  reading: null,
  refusal: null,
  found: null,
  setOwnData: (change) => set(change),
});
