/** A step that takes longer than this is not begun unasked. */
export const SLOW_STEP_MS = 2000;
