import type { StateCreator } from "zustand/vanilla";
import type { Opened } from "../take-home/open-file.ts";
import type { State } from "./store.ts";

/** Files that were taken home once and are open again beside the run, the newest first. */
export interface OpenedSlice {
  readonly opened: readonly Opened[];
  readonly setOpened: (opened: readonly Opened[]) => void;
}

export const openedSlice: StateCreator<State, [], [], OpenedSlice> = (set) => ({
  opened: [],
  setOpened: (opened) => set({ opened }),
});
