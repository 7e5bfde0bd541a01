import type { Domain } from "../../components/charts/shared-domain.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { stepDomain } from "./chart-lines.ts";

/** What every chart over steps has in common: one time axis, one crosshair, and one choice of steps. */
export function useTimeAxis(step: number) {
  const crosshair = usePage((state) => state.crosshair);
  const zoom = usePage((state) => state.zoom);
  const { pointAt, setView } = useActions();
  return {
    xLabel: "step",
    xDomain: useStepDomain(step),
    crosshair,
    onCrosshair: pointAt,
    zoom,
    onZoom: (chosen: Domain | null) => setView({ zoom: chosen }),
  };
}

/** The steps that were chosen, or all that there have been and some room. */
export function useStepDomain(step: number): Domain {
  const zoom = usePage((state) => state.zoom);
  const steps = usePage((state) => state.experiment.steps);
  const pinned = usePage((state) => state.pinned?.step ?? 0);
  // A pinned run is seen whole while the next has nothing to show.
  return zoom ?? stepDomain(step === 0 ? pinned : step, Math.max(steps, step === 0 ? pinned : 0));
}
