import { exactNumber } from "../../components/prose/exact-number.ts";
import { formatNumber } from "../../components/prose/format.ts";
import { DEVICE_WORDS } from "../../sim/contract/device.ts";
import type { Look } from "../../sim/dissection/look.ts";
import { useSession } from "../session-context.ts";
import type { Subject } from "./dissection-desk.ts";
import { plottedIn } from "./plotted-in.ts";

/** The points that the charts above show of this step, beside what was worked out here. */
export function PlottedHere({ look, subject }: { readonly look: Look; readonly subject: Subject }) {
  const session = useSession();
  const { dissection } = look;
  const here = plottedIn(session.series.table("steps"), subject);
  const points = dissection.plotted.filter(({ metric }) => metric === "distance");
  const pairs = points.flatMap((point) => {
    const shown = here.find(
      ({ of, statistic }) => of === point.of && statistic === point.statistic,
    );
    return shown === undefined ? [] : [{ ...point, shown: shown.value }];
  });
  const apart = Math.max(
    0,
    ...pairs.map(({ shown, value }) => Math.abs(shown - value) / Math.abs(value || 1)),
  );
  const device = session.store.getState().device?.name;
  if (pairs.length === 0) return null;
  return (
    <p className="dissect-note">
      The chart above has {pairs.map(({ shown }) => exactNumber(shown)).join(", ")} at step{" "}
      {dissection.step}:{" "}
      {apart === 0
        ? "the very same numbers."
        : `the same to ${formatNumber(apart)} of themselves${
            device && device !== dissection.device
              ? `, for the run is on ${DEVICE_WORDS[device]} and this was computed on ${DEVICE_WORDS[dissection.device]}`
              : ""
          }.`}
    </p>
  );
}
