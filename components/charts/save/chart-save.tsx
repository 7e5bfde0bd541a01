import { lazy, Suspense, use } from "react";
import { ChartNotesContext } from "./chart-notes.ts";
import type { SavedChart } from "./saved-chart.ts";

// Nobody saves a chart at the first look.
const SaveOpener = lazy(async () => {
  const { SaveOpener: opener } = await import("./save-opener.tsx");
  return { default: opener };
});

export interface ChartSaveProps {
  readonly title: string;
  /** The chart as it stands when it is saved. */
  readonly chart: () => SavedChart;
}

/** The corner of a chart in which it can be saved, where the page has something to say of it. */
export function ChartSave(props: ChartSaveProps) {
  const notes = use(ChartNotesContext);
  if (!notes) return null;
  return (
    <Suspense>
      <SaveOpener {...props} notes={notes} />
    </Suspense>
  );
}
