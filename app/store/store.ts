import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { Catalogue } from "../../sim/contract/catalogue.ts";
import { experimentSlice } from "./experiment-slice.ts";
import type { ExperimentSlice, ExperimentStart } from "./experiment-slice.ts";
import { openedSlice } from "./opened-slice.ts";
import type { OpenedSlice } from "./opened-slice.ts";
import { ownDataSlice } from "./own-data-slice.ts";
import type { OwnDataSlice } from "./own-data-slice.ts";
import { pinSlice } from "./pin-slice.ts";
import type { PinSlice } from "./pin-slice.ts";
import { recordedSlice } from "./recorded-slice.ts";
import type { RecordedSlice } from "./recorded-slice.ts";
import { runSlice } from "./run-slice.ts";
import type { RunSlice } from "./run-slice.ts";
import { viewSlice } from "./view-slice.ts";
import type { ViewSlice, ViewStart } from "./view-slice.ts";

export type State = ExperimentSlice &
  RunSlice &
  ViewSlice &
  OwnDataSlice &
  OpenedSlice &
  RecordedSlice &
  PinSlice;
export type Store = StoreApi<State>;

/** The one store of the page: what to train, how it is going, what is looked at. */
export function createPageStore(catalogue: Catalogue, start: ExperimentStart & ViewStart): Store {
  return createStore<State>()((...tools) => ({
    ...experimentSlice(catalogue, start)(...tools),
    ...runSlice(...tools),
    ...viewSlice(start)(...tools),
    ...ownDataSlice(...tools),
    ...openedSlice(...tools),
    ...recordedSlice(),
    ...pinSlice(),
  }));
}
