import type { Effect } from "../../sim/contract/params.ts";

/** When a change takes hold, in words that stand beside the control. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  live: "at once",
  restart: "restarts",
};
