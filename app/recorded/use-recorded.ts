import { useEffect, useState } from "react";
import type { SweepFile } from "../../sim/contract/sweep.ts";
import { loadRecorded } from "./load-recorded.ts";

/** The sweep that was recorded of a preset; null until it is there, and where there is none. */
export function useRecorded(preset: string): SweepFile | null {
  const [loaded, setLoaded] = useState<{
    readonly preset: string;
    readonly file: SweepFile | null;
  }>();
  useEffect(() => {
    let isWanted = true;
    void loadRecorded(preset).then((file) => {
      if (isWanted) setLoaded({ preset, file });
    });
    return () => {
      isWanted = false;
    };
  }, [preset]);
  return loaded?.preset === preset ? loaded.file : null;
}
