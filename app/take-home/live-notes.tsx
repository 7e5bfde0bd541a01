import { useCallback } from "react";
import type { ReactNode } from "react";
import { ChartNotesContext } from "../../components/charts/save/chart-notes.ts";
import { useSession } from "../session-context.ts";

/** Lets the charts inside be saved, as of the run that is going. */
export function LiveNotes({ children }: { readonly children: ReactNode }) {
  const { store } = useSession();
  const notes = useCallback(async () => {
    const { liveNotes } = await import("./run-notes.ts");
    return liveNotes(store.getState());
  }, [store]);
  return <ChartNotesContext value={notes}>{children}</ChartNotesContext>;
}
