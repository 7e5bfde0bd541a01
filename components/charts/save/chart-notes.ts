import { createContext } from "react";
import type { ChartNotes } from "./saved-chart.ts";

/**
 * What the page says of the run behind its charts, asked when one is saved: what says it may have to be fetched first.
 * Where it is missing, nothing can be saved.
 */
export const ChartNotesContext = createContext<(() => Promise<ChartNotes>) | null>(null);
