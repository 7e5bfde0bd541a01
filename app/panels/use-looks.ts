import { useMemo } from "react";
import { catalogue } from "../../sim/catalogue.ts";
import { usePage } from "../store/hooks.ts";
import { laneLooks } from "./lane-look.ts";
import type { LaneLook } from "./lane-look.ts";

export function useLooks(): readonly LaneLook[] {
  const experiment = usePage((state) => state.experiment);
  return useMemo(() => laneLooks(experiment, catalogue), [experiment]);
}
