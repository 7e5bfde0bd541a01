import type { Pinned } from "../pinned/pinned.ts";

/** The run that is kept behind those that come after it; null where none is. */
export interface PinSlice {
  readonly pinned: Pinned | null;
}

export const pinSlice = (): PinSlice => ({ pinned: null });
