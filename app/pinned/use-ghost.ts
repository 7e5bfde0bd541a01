import { useMemo } from "react";
import type { LineSeries } from "../../components/charts/line-series.ts";
import { catalogue } from "../../sim/catalogue.ts";
import type { LaneLook } from "../panels/lane-look.ts";
import { useLooks } from "../panels/use-looks.ts";
import type { Shown } from "../panels/use-shown.ts";
import { shownLanes } from "../panels/use-shown.ts";
import { SeriesTable } from "../session/series.ts";
import { usePage } from "../store/hooks.ts";
import { differenceWords } from "./difference-words.ts";
import { fitsBehind } from "./pinned.ts";

export interface Ghost {
  readonly shown: Shown;
  /** By the place of the pinned run's lanes: as the lanes of now look, nothing where there is no such lane now. */
  readonly looks: readonly (LaneLook | undefined)[];
  /** “pinned: learning rate 0.003”. */
  readonly words: string | undefined;
}

const EMPTY = new SeriesTable([]);
const NOTHING: Ghost = {
  shown: {
    lanes: [],
    columns: { steps: [], "held-out": [], translated: [] },
    table: () => EMPTY,
    version: 0,
    step: 0,
    recorded: null,
  },
  looks: [],
  words: undefined,
};
const MOST_WORDS = 2;

/** The pinned run, as far as it can be drawn behind this one. */
export function useGhost(): Ghost {
  const pinned = usePage((state) => state.pinned);
  const experiment = usePage((state) => state.experiment);
  const lanes = usePage(shownLanes);
  const looks = useLooks();
  return useMemo(() => {
    if (!pinned || !fitsBehind(pinned.experiment, experiment)) return NOTHING;
    const { tables, columns, step } = pinned;
    const table: Shown["table"] = (name) => tables[name];
    return {
      shown: { lanes: pinned.lanes, columns, table, step, version: 0, recorded: null },
      looks: pinned.lanes.map(({ id }) => looks[lanes.findIndex((lane) => lane.id === id)]),
      words: pinnedWords(differenceWords(pinned.experiment, experiment, catalogue)),
    };
  }, [pinned, experiment, lanes, looks]);
}

/** “pinned: learning rate 0.003, seed 2 and 3 more”. */
function pinnedWords(differences: readonly string[]): string {
  const more = differences.length - MOST_WORDS;
  const shown = differences.slice(0, MOST_WORDS).join(", ") || "the same settings";
  return `pinned: ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}

/** The same lines, to be drawn behind others. */
export function asGhosts(lines: readonly LineSeries[]): readonly LineSeries[] {
  return lines.map((line) => ({ ...line, id: `${line.id} pinned`, isGhost: true }));
}
