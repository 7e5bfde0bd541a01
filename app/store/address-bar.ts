import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { State, Store } from "./store.ts";
import { EMBED_KEYS, printAddress, readAddress } from "./url.ts";

/** As much of `window` as the address needs. */
export interface Bar {
  readonly location: Pick<Location, "pathname" | "search">;
  readonly history: Pick<History, "pushState" | "replaceState">;
  addEventListener(type: "popstate", listener: () => void): void;
  removeEventListener(type: "popstate", listener: () => void): void;
}

// Safari refuses more than a hundred rewrites in half a minute; a dragged slider makes more.
const PAUSE_MS = 350;

/**
 * Keeps the address a link to what is on the screen. A chosen preset is a new page for Back to return from; anything
 * smaller rewrites the address in place. Returns a function that lets go.
 */
export function keepAddress(store: Store, catalogue: Catalogue, bar: Bar): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = (how: "push" | "replace"): void => {
    clearTimeout(timer);
    timer = undefined;
    const query = printAddress(store.getState(), catalogue, partsOf(bar.location.search));
    if (query === bar.location.search.slice(1)) return;
    const address = query === "" ? bar.location.pathname : `?${query}`;
    if (how === "push") bar.history.pushState(null, "", address);
    else bar.history.replaceState(null, "", address);
  };

  const unsubscribe = store.subscribe((now, before) => {
    if (now.preset !== before.preset) write(arriving ? "replace" : "push");
    else if (isElsewhere(now, before)) timer ??= setTimeout(() => write("replace"), PAUSE_MS);
  });

  let arriving = false;
  const arrive = (): void => {
    clearTimeout(timer);
    timer = undefined;
    arriving = true;
    store.setState(readAddress(bar.location.search.slice(1), catalogue));
    arriving = false;
  };
  bar.addEventListener("popstate", arrive);

  return () => {
    clearTimeout(timer);
    unsubscribe();
    bar.removeEventListener("popstate", arrive);
  };
}

/** What a link says; all else in the store is the run's own. */
const LINKED = [
  "experiment",
  "deviceRequest",
  "engine",
  "site",
  "metric",
  "scale",
  "floor",
  "boxes",
  "boxScale",
  "hidden",
  "batchStatistics",
  "speed",
  "method",
  "methodMetric",
  "methodPlace",
  "methodScale",
  "present",
  "closer",
  "closerStatistic",
  "closerLane",
  "theme",
  "dissected",
  "channel",
  "row",
  "stage",
  "zoom",
] as const satisfies readonly (keyof State)[];

type Linked = Pick<State, (typeof LINKED)[number]>;

function isElsewhere(now: Linked, before: Linked): boolean {
  return LINKED.some((part) => now[part] !== before[part]);
}

/** What an embedding shows is its host's choice, and stays in its address. */
function partsOf(search: string): [string, string][] {
  return [...new URLSearchParams(search)].filter(([key]) =>
    EMBED_KEYS.some((known) => known === key),
  );
}
