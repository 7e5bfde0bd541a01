import { LaneLegend } from "../panels/lane-legend.tsx";
import { ShownSteps } from "../panels/shown-steps.tsx";
import { ViewPickers } from "../panels/view-pickers.tsx";
import { PinButton } from "../pinned/pin-button.tsx";

/** Which lanes are drawn, at which layer, by which measure, of which steps, and what lies behind them. */
export function LookControls() {
  return (
    <>
      <LaneLegend />
      <ViewPickers />
      <ShownSteps />
      <PinButton />
    </>
  );
}
