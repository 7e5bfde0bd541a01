import type { Batch } from "../contract/batch.ts";
import type { Crew } from "./crew.ts";
import { entryAt } from "./entry-at.ts";
import { countRows } from "./feed.ts";
import { HELD_OUT_MODES } from "./held-out-table.ts";
import type { HeldOutMode, HeldOutNote } from "./held-out-table.ts";
import type { Moment } from "./lane-setup.ts";

/** A crew and the held-out batches that it is about to be scored on. */
export interface HeldOutLook {
  readonly crew: Crew;
  /** The lane in each place of the crew. */
  readonly members: readonly number[];
  /** The places of those lanes that have not diverged. */
  readonly going: readonly number[];
  readonly batches: readonly Batch[];
  readonly now: Moment;
}

/** Places of a crew that are looked at together, and the modes that this serves. */
export interface Group {
  readonly places: readonly number[];
  readonly modes: readonly HeldOutMode[];
}

/** Both modes are one for a lane that remembers nothing. */
export function inBothModes(
  places: readonly number[],
  remembers: (place: number) => boolean,
): readonly Group[] {
  return [
    { places: places.filter((place) => !remembers(place)), modes: HELD_OUT_MODES },
    ...HELD_OUT_MODES.map((mode) => ({ places: places.filter(remembers), modes: [mode] })),
  ];
}

/** Looks at all held-out batches, each group of lanes in the first of its modes, which the others are known to equal. */
export function heldOutNotes(
  { crew, members, going, batches, now }: HeldOutLook,
  group: (going: readonly number[]) => readonly Group[],
): HeldOutNote[] {
  const groups = group(going).filter(({ places }) => places.length > 0);
  return groups.flatMap(({ places, modes }) =>
    batches.flatMap((batch, heldOut) => {
      const [mode = "evaluate"] = modes;
      const rows = countRows(batch);
      return [...crew.score(heldOut, now, mode, places)].map(([place, scores]) => ({
        step: now.step,
        lane: entryAt(members, place),
        modes,
        scores,
        rows,
      }));
    }),
  );
}
