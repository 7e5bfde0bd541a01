import { useCallback } from "react";
import type { ReactNode } from "react";
import { ChartNotesContext } from "../../components/charts/save/chart-notes.ts";
import { useSession } from "../session-context.ts";
import { runNotes } from "./run-notes.ts";

/** Lets the charts inside be saved, as of the run that is going. */
export function LiveNotes({ children }: { readonly children: ReactNode }) {
  const { store } = useSession();
  const notes = useCallback(() => {
    const state = store.getState();
    const { step, device } = state;
    const date = new Date().toISOString();
    return runNotes({ state, step, device, source: "computed live", date });
  }, [store]);
  return <ChartNotesContext value={notes}>{children}</ChartNotesContext>;
}
